import type { Language } from '../../domain/shared/person.js';
import { cardFrom } from '../card.js';
import type { AdaptiveCard } from '../kit.js';
import template from './emergency.card.json' with { type: 'json' };

const render = cardFrom<{
  title: string;
  lead: string;
  advice: { text: string }[];
  after: string;
  call: string;
}>(template);

const WORDS = {
  en: {
    title: 'Call 999 now',
    lead: 'If you or anyone else is in danger, or a crime is happening, call 999 and ask for the police.',
    advice: [
      { text: 'If you cannot speak, stay on the line and press 55 on a mobile when asked.' },
      {
        text: 'If you are deaf or cannot speak on the phone, text 999 (register first: text "register" to 999) or use Relay UK on 18000.',
      },
      { text: 'If you can, get to a safe place first.' },
    ],
    after: 'Nobody reads this chat as an emergency line. No presenter sees what you wrote.',
    call: 'Call 999',
  },
  cy: {
    title: 'Ffoniwch 999 nawr',
    lead: 'Os ydych chi neu rywun arall mewn perygl, neu os oes trosedd yn digwydd, ffoniwch 999 a gofynnwch am yr heddlu.',
    advice: [
      { text: 'Os na allwch siarad, arhoswch ar y lein a phwyswch 55 ar ffôn symudol pan ofynnir i chi.' },
      {
        text: 'Os ydych yn fyddar neu’n methu siarad ar y ffôn, anfonwch neges destun i 999 (cofrestrwch yn gyntaf: tecstiwch "register" i 999) neu defnyddiwch Relay UK ar 18000.',
      },
      { text: 'Os gallwch, ewch i le diogel yn gyntaf.' },
    ],
    after:
      'Nid oes neb yn darllen y sgwrs hon fel llinell frys. Nid yw’r cyflwynydd yn gweld yr hyn a ysgrifennoch.',
    call: 'Ffoniwch 999',
  },
} as const satisfies Record<Language, object>;

const CARDS = {
  en: render({ ...WORDS.en, advice: [...WORDS.en.advice] }),
  cy: render({ ...WORDS.cy, advice: [...WORDS.cy.advice] }),
};

/** What a message of danger is answered: 999 first. Made at start, so that nothing can be in its way. */
export const emergencyCard = (language: Language = 'en'): AdaptiveCard => CARDS[language];
