/** What is asked in the measurements: two questions for presenters, one about suspicion, one for a local team. */
export const ASKED: readonly string[] = [
  'How often should we vary our routes when travelling to surgeries?',
  'What should staff do when somebody photographs the entrance of our office?',
  'Should I tell the police before a public meeting?',
  'Can an officer come to my surgery on Friday to check the doors?',
];
