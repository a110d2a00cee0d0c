import type { Language, Person } from '../../domain/shared/person.js';
import { cardFrom } from '../card.js';
import type { AdaptiveCard, AnyCommand } from '../kit.js';
import template from './help.card.json' with { type: 'json' };

interface Line {
  name: string;
  description: string;
  example: string;
}

interface HelpData {
  title: string;
  intro: string;
  commands: Line[];
  /** Shown when asked for, so that a greeting is not a manual. */
  rest: Line[];
  all: string;
  danger: string;
  offers: { title: string; text: string }[];
}

const render = cardFrom<HelpData>(template);

const WORDS = {
  en: {
    title: 'Briefing Desk',
    intro: 'I run the regional personal-security briefings. Type a command, or simply ask your question.',
    all: 'All commands',
    danger: 'In danger, or a crime is happening: call 999. Not an emergency: 101.',
    offers: [
      { title: 'Coming briefings', text: 'register' },
      { title: 'My questions', text: 'my questions' },
      { title: 'Guidance', text: 'guidance' },
      { title: 'Cymraeg', text: 'cymraeg' },
    ],
  },
  cy: {
    title: 'Desg Sesiynau Briffio',
    intro:
      'Rwy’n trefnu’r sesiynau briffio rhanbarthol ar ddiogelwch personol. Teipiwch orchymyn, neu gofynnwch eich cwestiwn.',
    all: 'Pob gorchymyn',
    danger: 'Mewn perygl, neu drosedd yn digwydd: ffoniwch 999. Ddim yn argyfwng: 101.',
    offers: [
      { title: 'Sesiynau i ddod', text: 'register' },
      { title: 'Fy nghwestiynau', text: 'my questions' },
      { title: 'Canllawiau', text: 'guidance' },
      { title: 'English', text: 'english' },
    ],
  },
} satisfies Record<Language, Omit<HelpData, 'commands' | 'rest'>>;

const SHOWN_FIRST = 5;

/** What this person can type: only commands that the person may use. */
export function helpCard(person: Person, commands: readonly AnyCommand[], language: Language): AdaptiveCard {
  const lines = commands
    .filter((entry) => entry.who.may(person))
    .map((entry) => ({ name: entry.name, description: entry.description[language], example: entry.example }));
  return render({
    ...WORDS[language],
    commands: lines.slice(0, SHOWN_FIRST),
    rest: lines.slice(SHOWN_FIRST),
  });
}
