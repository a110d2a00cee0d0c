/** A word without its commonest English endings: `parcels` and `parcel`, `harassed` and `harass` are one. */
export function stemOf(word: string): string {
  if (word.length < 5) return word.replace(/(?<=\w{3})s$/, '');
  return word.replace(/ies$/, 'y').replace(/(?<=\w{4})(ing|ed|es|e|s)$/, '');
}
