/**
 * The themes of personal security, each with the beginnings of words that belong to it. A word may belong to several.
 * A message and a briefing meet where they share a theme, whatever words each uses for it.
 */
export const THEMES: Readonly<Record<string, string>> = {
  post: 'post posted postal postman postie postroom mail mailroom parcel package packet envelope letter letters courier delivery deliveries deliver jiffy royalmail powder powders anthrax padded stamp stamps white-powder llythyr parsel post dak chitthi',
  device:
    'bomb bombs explosive explosives explosion device devices ied unattended suspicious-item hot hoax rucksack holdall bag bags cordon detonat blast ticking wires briefcase left-luggage',
  bombThreat: 'bomb-threat hoax caller checklist telephone-threat threat-call',
  attack:
    'run hide marauding mta shooter gunman firearm firearms knife weapons weapon attack attacker attacks stabbing lockdown invacuation barricade armed hostile-act vehicle-attack',
  evacuation:
    'evacuat invacuat lockdown muster assembly exit exits rehears drill drills alarm shelter grab plan',
  fire: 'fire fires arson extinguisher smoke alight petrol',
  firstAid:
    'bleed bleeding tourniquet firstaid aid defib defibrillator injury injuries injured wound trauma medical casualty casualties kit kits pact citizenaid paramedic',
  chemical: 'acid corrosive chemical substance bleach hazardous liquid powder rinse',
  home: 'home house homes household flat burglar burglary door doors lock locks window windows letterbox alarm alarms doorbell garden hedge fence porch drive driveway shed garage lighting lights light camera cameras key keys caller callers neighbour neighbours bungalow landlord holiday away gates gate curtain blind tenant drws clo cartref ghar darwaza tala',
  cctv: 'cctv camera cameras footage surveillance doorbell recorder dashcam signage video',
  access:
    'access entry entrance visitor visitors reception receptionist fob fobs badge badges lanyard pass passes intercom keypad turnstile tailgat screening search bag-search door-entry sign-in contractor contractors tradesmen swipe',
  building:
    'building premises office offices perimeter barrier barriers bollard bollards glazing film fence fencing gate shutters lock roof boundary car-park cloakroom lighting locking opening key-holder keyholder caretaker alarm refit',
  vehicle:
    'car cars vehicle vehicles van driving drive driver parking park parked tyre tracker airtag dashcam lorry hgv bollard ramming number-plate plate motorbike lift breakdown taxi minicab uber',
  travel:
    'travel travelling trip journey journeys route routes train trains bus buses taxi taxis tube walk walking commute station platform airport abroad overseas hotel hotels flight cycling cycle bike driving lift minicab luggage passport taith safar',
  routine:
    'routine routines habit habits predictable pattern patterns vary varied varying timetable same-time unpredictable diary regular',
  followed:
    'followed following follow tail tailed stalker stalk stalking watched surveillance counter-surveillance tracker airtag',
  surgery:
    'surgery surgeries appointment appointments constituent constituents drop-in casework caseworker open-door clinic constituency interview desk advice-session walk-in angry distressed visitor cymhorthfa',
  loneWork:
    'lone alone working colleague buddy check-in checkin device devices lone-worker home-visit visiting visits late evening',
  deescalation:
    'angry aggressive calm calming de-escalat deescalat upset shouting conflict confrontation abusive temper difficult distressed hostile behaviour tone language drunk intoxicated',
  distress:
    'suicide suicidal self-harm distress distressed crisis vulnerable mental-health mental samaritans harming end-it',
  wellbeing:
    'wellbeing stress anxiety anxious sleep mental-health trauma traumatic support counselling burnout coping morale resilience upset fear worry recover recovery',
  online:
    'online internet social media facebook twitter x instagram tiktok whatsapp linkedin snapchat youtube telegram post posts posting profile profiles account accounts followers comment comments block blocking mute privacy troll trolls trolling pile-on website web digital footprint geotag location-tag selfie photo photos tagged livestream forum group cyfryngau',
  accounts:
    'password passwords passphrase passphrases passkey passkeys authenticator two-factor 2fa mfa factor verification login logins manager account accounts hacked hack hacking cyber email phishing phish scam scams spam malware virus ransomware software update updates backup backups wifi vpn router laptop phone phones device devices usb charger encryption encrypted signal whatsapp sim app apps antivirus ncsc cyfrinair',
  phishing:
    'phishing phish scam scams fraud fraudulent smishing vishing impersonat spoof link links attachment qr invoice whaling bank',
  doxxing:
    'doxx doxxing doxing address leaked published electoral-roll register companies-house opt-out 192 people-finder personal-information data privacy redact land-registry planning',
  deepfake:
    'deepfake deepfakes ai fake faked clone voice cloned doctored manipulated synthetic disinformation misinformation rumour rumours false impersonat',
  abuse:
    'abuse abusive harass harassment hate hateful racist antisemit islamophob homophob threat threats threatening intimidat trolling insult misogyn sexist screenshot screenshots evidence',
  hateCrime:
    'hate crime crimes hate-crime incident incidents graffiti racist antisemit islamophob tellmama cst community report reporting recorded prejudice swastika tension',
  reporting:
    'report reporting reported reports 101 999 hotline police evidence log record crimestoppers statement witness number reference act-form adrodd',
  recon:
    'reconnaissance recon filming filmed photographing photos suspicious suspicious-activity loitering watching sketch drone testing questions scan see-check vigilance vigilant behaviour stranger description describe report hotline observing notice amheus',
  radicalisation:
    'radicali extremis prevent channel safeguarding vulnerable ideology grooming recruit recruitment propaganda far-right islamist terroris counter-terror incel',
  threatLevel:
    'threat level levels severe substantial critical jtac terrorism terrorist national intelligence attack-likely picture landscape daesh lone-actor',
  insider:
    'insider vetting vet dbs references recruitment hire hiring employee disgruntled staff leaver leavers pre-employment screening agency temp volunteer background contractor cleaner',
  martyns:
    'martyn protect-duty legislation law duty tier premises-act capacity responsible regulator sia terrorism-protection',
  canvassing:
    'canvass canvassing doorstep doorsteps door-knock knocking leaflet leaflets leafleting campaign campaigning campaigner teams pairs dog dogs street letterbox blocks candidate candidates activists dusk dark',
  stalls:
    'stall stalls hustings heckl steward polling count poll gazebo table high-street street market meet-greet debate rally rostrum',
  imprint:
    'imprint leaflet leaflets poster posters agent address printer publisher election material placard billboard garden-sign defaced nomination ballot',
  protest:
    'protest protests protester protesters demonstrat march marches picket counter-protest rally crowd crowds disorder public-order sit-in chant chanting megaphone riot unrest tension gather gathering',
  crowd:
    'crowd crowds event events festival fete fair procession parade stewards steward stewarding marshal marshals queue queues ticket public outdoor barrier barriers safety gathering remembrance vigil nativity mela concert fireworks vaisakhi eid carnival organiser venue hire hirer hired',
  worship:
    'worship worshipper worshippers congregation congregations church churches mosque mosques synagogue synagogues temple temples gurdwara gurdwaras mandir chapel cathedral service services prayer prayers imam vicar rabbi priest granthi sermon faith religious jummah shabbat sunday friday langar usher ushers welcome welcomer welcomers greeter greeters porch vestry warden wardens sidesmen shul cheder madrasa eglwys capel mosg masjid',
  stewards:
    'steward stewards usher ushers welcomer greeter doorman volunteers rota marshal sidesperson briefing roles radio radios hi-vis',
  funding:
    'grant grants funding scheme schemes fund funded money cost costs pay paid eligible eligibility apply application expenses ipsa allowance budget reimburse places-of-worship-scheme quote quotes insurance insurer',
  family:
    'family families child children kids partner spouse husband wife school schools nursery teenager teenagers son daughter parents parent elderly babysitter au-pair grandchildren relative relatives plant bachay bache',
  staff:
    'staff team intern interns volunteer volunteers employee employees duty-of-care employer training induction manager hr apprentice new-starter office-manager',
  training:
    'training course courses e-learning elearning module modules certificate exercise exercises tabletop rehears learn learning awareness drill scan act',
  drones: 'drone drones uav quadcopter airspace overhead',
  money:
    'theft stolen cash collection charity safe donation donations plate valuables silver lead metal collection-box banking till',
  stalking:
    'stalk stalking stalker obsess obsessive fixated fixation order orders injunction suzy suzy-lamplugh restraining ex relationship domestic unwanted gifts',
  media:
    'journalist press media interview interviews photographer reporter broadcast statement spokesperson publicity publicising advertise advertising announce announcing',
  continuity:
    'continuity recover recovery incident plan plans contingency business aftermath reopening reopen debrief communications message messages crisis reputation',
  policeContact:
    'police policing officer inspector neighbourhood ford bridger operation adviser liaison force contact feoa spoc pcso team teams',
  dogs: 'dog dogs',
  night: 'night dark evening evenings winter late dusk torch torches',
  meetings:
    'meeting meetings council chamber committee planning public hearing agm chair chairing gallery disrupt disruption hybrid debate hall venue village-hall',
  personal:
    'attack alarm alarms personal-alarm whistle self-defence spray pepper vest body-armour wearable defend defence clothing',
  documents:
    'shred shredding paper papers confidential documents document bin bins rubbish data gdpr files filing printing desk clear-desk laptop memory-stick',
};

const BY_WORD = new Map<string, string[]>();
const PREFIXES: (readonly [string, string])[] = [];
for (const [theme, words] of Object.entries(THEMES)) {
  for (const word of words.split(' ')) {
    BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), theme]);
    if (word.length >= 6) PREFIXES.push([word, theme]);
  }
}

export const THEME_NAMES: readonly string[] = Object.keys(THEMES);

/** The themes that words belong to, each with how many different words speak for it. */
export function themesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, Set<string>>();
  const add = (theme: string, word: string): void => {
    found.set(theme, (found.get(theme) ?? new Set<string>()).add(word));
  };
  words.slice(0, 200).forEach((word, at) => {
    for (const form of [word, word.replace(/s$/, ''), `${word}-${words[at + 1] ?? ''}`]) {
      for (const theme of BY_WORD.get(form) ?? []) add(theme, word);
    }
    if (word.length > 6)
      for (const [prefix, theme] of PREFIXES) if (word.startsWith(prefix)) add(theme, word);
  });
  return new Map([...found].map(([theme, spoken]) => [theme, spoken.size]));
}
