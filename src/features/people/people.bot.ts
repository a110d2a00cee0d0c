import { z } from 'zod';
import {
  ANYONE,
  command,
  noWords,
  verb,
  type AnyCommand,
  type ChatFeature,
  type Command,
  type Reply,
  type Turn,
} from '../../bot/kit.js';
import { AUDIENCES, type Audience } from '../../domain/shared/audience.js';
import type { Language, Person } from '../../domain/shared/person.js';
import { TEAM_LABELS, teamKindFor } from '../../domain/routing/team.js';
import { regionById } from '../../domain/shared/region.js';
import { areaCard } from './cards/area.card.js';
import { forgetCard } from './cards/forget.card.js';
import { plainCard } from './cards/plain.card.js';
import type { PeopleUseCases } from './use-cases.js';

const AREA_LIMIT = 120;

/** `area`, `english`, `cymraeg` and `forget me`. */
export function peopleChat(use: PeopleUseCases): ChatFeature {
  async function place(turn: Turn, input: string, audience?: Audience): Promise<Reply> {
    const person =
      audience && audience !== turn.person.audience
        ? await use.change(turn.person, { audience }, turn.now)
        : turn.person;
    if (input === '') return { kind: 'card', card: known(use, person) };
    const placing = await use.place(person, input, turn.now);
    if (placing.kind === 'placed') return { kind: 'card', card: known(use, placing.person) };
    const suggestions = placing.suggestions.slice(0, 3).map((name) => ({ name }));
    const words = {
      title: 'One more thing',
      message: placing.message,
      facts: [],
      asks: true,
      button: 'Use this area',
    };
    return { kind: 'card', card: areaCard({ ...words, audience: person.audience, suggestions }) };
  }

  const speak = (
    name: string,
    language: Language,
    words: { description: Record<Language, string>; title: string; message: string },
  ) =>
    command<null>({
      name,
      usage: name,
      example: name,
      description: words.description,
      scopes: [],
      who: ANYONE,
      parse: noWords,
      async run(turn) {
        await use.change(turn.person, { language }, turn.now);
        return { kind: 'card', card: plainCard(words) };
      },
    });

  return {
    commands: [
      placeCommand(use, {
        name: 'area',
        aliases: ['my area', 'ardal'],
        usage: 'area <postcode, council or constituency>',
        example: 'area Oldham',
        description: {
          en: 'Set the place that decides your local policing team',
          cy: 'Gosod y lle sy’n pennu eich tîm plismona lleol',
        },
        scopes: ['personal'],
        who: ANYONE,
        parse: (rest) =>
          rest.length > AREA_LIMIT
            ? {
                kind: 'problem',
                problem: 'That is too long for a place. Give a postcode, a council or a constituency.',
              }
            : { kind: 'input', input: rest },
        run: (turn, input) => place(turn, input),
      }),
      speak('english', 'en', {
        description: { en: 'Have answers in English', cy: 'Cael atebion yn Saesneg' },
        title: 'English',
        message: 'I will answer in English from now on.',
      }),
      speak('cymraeg', 'cy', {
        description: { en: 'Have answers in Welsh', cy: 'Cael atebion yn Gymraeg' },
        title: 'Cymraeg',
        message: 'Byddaf yn ateb yn Gymraeg o hyn ymlaen lle bo modd.',
      }),
      command<null>({
        name: 'forget me',
        aliases: ['anghofio fi'],
        usage: 'forget me',
        example: 'forget me',
        description: {
          en: 'See what we hold about you and have it removed',
          cy: 'Gweld a dileu’r hyn sydd gennym amdanoch',
        },
        scopes: [],
        who: ANYONE,
        parse: noWords,
        run: async (turn) => ({ kind: 'card', card: forgetCard({ ...(await use.held(turn.person)) }) }),
      }),
    ],
    verbs: [
      verb({
        verb: 'people/place',
        data: z.looseObject({
          area: z.string().trim().max(AREA_LIMIT).default(''),
          audience: z.enum(AUDIENCES).optional(),
        }),
        who: ANYONE,
        run: (turn, data) => place(turn, data.area, data.audience),
      }),
      verb({
        verb: 'people/forget',
        data: z.looseObject({ sure: z.boolean() }),
        who: ANYONE,
        async run(turn, { sure }) {
          if (!sure)
            return { kind: 'card', card: plainCard({ title: 'Kept', message: 'Nothing was removed.' }) };
          await use.forget(turn.person, turn.now);
          return {
            kind: 'card',
            card: plainCard({
              title: 'Done',
              message: 'Your details have been removed. You are welcome back at any time.',
            }),
          };
        },
      }),
    ],
  };
}

/** A place that is known is no alarm, whatever its name reminds of: Barking, Battle, Gunnersbury. */
const placeCommand = (use: PeopleUseCases, definition: Command<string>): AnyCommand => ({
  ...command(definition),
  fits: (rest) => rest === '' || use.knowsPlace(rest),
});

function known(use: PeopleUseCases, person: Person): ReturnType<typeof areaCard> {
  const { area, audience } = person;
  if (!area) {
    const message =
      'Tell me where you serve, so that specific questions reach your own local policing team and nobody else.';
    return areaCard({
      title: 'Your area',
      message,
      facts: [],
      asks: true,
      audience,
      button: 'Use this area',
      suggestions: [],
    });
  }
  const facts = [
    { title: 'Area', value: area.name },
    { title: 'Police force', value: use.forceName(area.force) },
    { title: 'Region', value: regionById(area.region).name },
    { title: 'Your local team', value: TEAM_LABELS[teamKindFor(audience)] },
  ];
  return areaCard({
    title: 'Your area',
    message: 'Specific questions go to this team, in private.',
    facts,
    asks: false,
    audience,
    button: 'Save',
    suggestions: [],
  });
}
