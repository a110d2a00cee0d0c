import { loadTriageModel } from '../../../src/adapters/triage-models/index.js';
import { mayBeDanger, triage } from '../../../src/domain/question/triage.js';

const model = loadTriageModel();
const nowhere = { id: '', title: '', audience: [], topics: [] };

/** How a message is screened where no briefing is known: by the rules, then by the model. */
function alarms(text: string): boolean {
  return (
    mayBeDanger(text).kind === 'danger' || triage({ text, briefing: nowhere, model }).route === 'emergency'
  );
}

describe('screening a message where no briefing is known', () => {
  it.each([
    'my briefings',
    'briefings',
    'register',
    'register me for Thursday',
    'my questions',
    'guidance fire safety',
    'guidance bomb threats',
    'guidance suspicious packages',
    'settings',
    'queue',
    'find fire',
    'emergency contacts',
    'cancel my place',
    'when is the next briefing',
    'what should I do if someone is following me',
    'What do we do if there is a fire during a service?',
    'How do I cope with an angry man at my surgery?',
    'How can stewards recognise a knife attack early?',
    'How do I report a threat?',
    'Who is my local officer?',
    'In an emergency do I ring 999 or 101?',
    'Should I carry a personal alarm?',
    'yes',
    'hello',
    'thank you',
  ])('lets «%s» pass', (text) => {
    expect(alarms(text)).toBe(false);
  });

  it.each([
    'someone is following me',
    'there is a fire in the vestry, people are still inside',
    'a man with a knife is at the door of my surgery',
    'Parcel on the mat, wires showing, ticking',
    'we are hiding in the vestry and can hear him kicking doors',
    'he has got Menna by the throat',
    'theres a bloke in a balaclava walking towards the crèche',
  ])('raises the alarm for «%s»', (text) => {
    expect(alarms(text)).toBe(true);
  });
});
