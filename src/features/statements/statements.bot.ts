import { z } from 'zod';
import {
  ANYONE,
  command,
  noWords,
  verb,
  type ChatFeature,
  type Policy,
  type Reply,
  type Turn,
} from '../../bot/kit.js';
import { mayCoordinate } from '../../domain/shared/policy.js';
import { circulateCard, draftFormCard } from './cards/circulate.card.js';
import { returnCard } from './cards/return.card.js';
import { noStatementCard, statementCard } from './cards/statement.card.js';
import type { ReturningForce } from './ports.js';
import { readReturn } from './quarterly-return.js';
import type { Released } from './release-statement.js';
import type { StatementsUseCases } from './use-cases.js';

export const ONLY_COORDINATORS =
  'Only a national coordinator can do that. Type “statement” to read the present statement, or ask your regional lead.';

const COORDINATORS: Policy = { may: mayCoordinate, refusal: ONLY_COORDINATORS };
const statementData = z.object({ id: z.uuid() });

const DONE: Readonly<Record<Exclude<Released['kind'], 'refused'>, string>> = {
  released: 'Released. It goes to everyone now; press Refresh to see how far it has come.',
  same: 'That statement was released before; nothing is sent again.',
  discarded: 'The draft is discarded.',
};

/** Chat: `statement`, `circulate`, `return`, and the buttons of their cards. */
export function statementsChat(useCases: StatementsUseCases, forces: readonly ReturningForce[]): ChatFeature {
  const desk = async ({ person }: Turn, notice?: string): Promise<Reply> => ({
    kind: 'card',
    card: circulateCard(await useCases.seeCirculation(), person.id, notice),
  });
  const after = (turn: Turn, done: Released): Promise<Reply> =>
    desk(turn, done.kind === 'refused' ? done.problem : DONE[done.kind]);
  return {
    commands: [
      command<null>({
        name: 'statement',
        aliases: ['datganiad'],
        usage: 'statement',
        example: 'statement',
        description: { en: 'Read the present threat statement', cy: 'Darllen y datganiad presennol' },
        scopes: ['groupChat'],
        who: ANYONE,
        parse: noWords,
        async run({ now }) {
          const statement = await useCases.seeStatement();
          return { kind: 'card', card: statement ? statementCard(statement) : noStatementCard(now) };
        },
      }),
      command<null>({
        name: 'circulate',
        usage: 'circulate',
        example: 'circulate',
        description: { en: 'Draft and release a threat statement', cy: 'Drafftio a rhyddhau datganiad' },
        scopes: ['team'],
        who: COORDINATORS,
        parse: noWords,
        run: (turn) => desk(turn),
      }),
      command({
        name: 'return',
        usage: 'return <force> <YYYY>-Q<n>',
        example: 'return Greater Manchester 2027-Q1',
        description: { en: 'See the quarterly figures of a force', cy: 'Gweld ffigurau chwarterol heddlu' },
        scopes: [],
        who: COORDINATORS,
        parse: (rest) => readReturn(rest, forces),
        run: async ({ now }, wanted) => ({
          kind: 'card',
          card: returnCard(await useCases.makeReturn({ ...wanted, now })),
        }),
      }),
    ],
    verbs: [
      verb({
        verb: 'statements/circulation',
        data: z.unknown(),
        who: COORDINATORS,
        run: (turn) => desk(turn),
      }),
      verb({
        verb: 'statements/draft',
        data: z.object({ title: z.string().max(4000).default(''), body: z.string().max(20_000).default('') }),
        who: COORDINATORS,
        async run(turn, { title, body }) {
          const { person, now, deliveryKey } = turn;
          const done = await useCases.draftStatement({ person, title, body, now, deliveryKey });
          if (done.kind === 'refused') {
            return { kind: 'card', card: draftFormCard({ title, body }, done.problem) };
          }
          return desk(turn, 'The draft is saved. Another coordinator has to release it.');
        },
      }),
      verb({
        verb: 'statements/release',
        data: statementData,
        who: COORDINATORS,
        run: async (turn, { id }) =>
          after(turn, await useCases.releaseStatement({ person: turn.person, id, now: turn.now })),
      }),
      verb({
        verb: 'statements/discard',
        data: statementData,
        who: COORDINATORS,
        run: async (turn, { id }) =>
          after(turn, await useCases.discardStatement({ person: turn.person, id, now: turn.now })),
      }),
    ],
  };
}
