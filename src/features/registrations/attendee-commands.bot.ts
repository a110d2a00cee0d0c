import { z } from 'zod';
import { ANYONE, command, noWords, verb, type ChatFeature, type Reply, type Turn } from '../../bot/kit.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import { placeCard } from './cards/place.card.js';
import { parseCode, parseWanted, type Wanted } from './command-words.js';
import { noticeWords, standing, type NoticeWords } from './notice-words.js';
import { listReply, pageNumber, regionField } from './pages.bot.js';
import type { Registered } from './register-for-briefing.js';
import type { RegistrationsUseCases } from './use-cases.js';
import type { Withdrawn } from './withdraw-from-briefing.js';

/** A button names its list when it stands in one; then the list comes back with a line of what has happened. */
const buttonData = z.object({
  code: z.string().max(20),
  list: z.enum(['coming', 'mine']).optional(),
  page: pageNumber,
  region: regionField,
});
type Button = z.infer<typeof buttonData>;

/** `register`, `my briefings`, `withdraw`, and their buttons. */
export function attendeeCommands(useCases: RegistrationsUseCases): ChatFeature {
  const register = (turn: Turn, code: string) =>
    useCases.registerForBriefing({ person: turn.person, code, now: turn.now });
  const withdraw = (turn: Turn, code: string) =>
    useCases.withdrawFromBriefing({ person: turn.person, code, now: turn.now });
  return {
    commands: [
      command<Wanted>({
        name: 'register',
        aliases: ['cofrestru'],
        usage: 'register [<code>]',
        example: 'register NW-2027-02',
        description: {
          en: 'See the coming briefings and register for one',
          cy: 'Gweld y sesiynau briffio a chofrestru',
        },
        scopes: ['personal'],
        who: ANYONE,
        parse: parseWanted,
        async run(turn, wanted) {
          if (wanted.kind === 'briefing') return registeredReply(await register(turn, wanted.code));
          return listReply(useCases, turn, { list: 'coming', page: 1, region: wanted.region });
        },
      }),
      command<null>({
        name: 'my briefings',
        aliases: ['my registrations', 'fy sesiynau'],
        usage: 'my briefings',
        example: 'my briefings',
        description: { en: 'See the briefings you are registered for', cy: 'Gweld eich sesiynau briffio' },
        scopes: ['personal'],
        who: ANYONE,
        parse: noWords,
        run: (turn) => listReply(useCases, turn, { list: 'mine', page: 1 }),
      }),
      command<BriefingCode>({
        name: 'withdraw',
        aliases: ['unregister'],
        usage: 'withdraw <code>',
        example: 'withdraw NW-2027-02',
        description: { en: 'Give back your place at a briefing', cy: 'Tynnu’n ôl o sesiwn briffio' },
        scopes: ['personal'],
        who: ANYONE,
        parse: parseCode,
        run: async (turn, code) => withdrawnReply(await withdraw(turn, code)),
      }),
    ],
    verbs: [
      verb<Button>({
        verb: 'registrations/register',
        data: buttonData,
        who: ANYONE,
        async run(turn, { code, list, page, region }) {
          const done = await register(turn, code);
          if (list === undefined) return registeredReply(done);
          return listReply(useCases, turn, { list, page, region, notice: registeredLine(done) });
        },
      }),
      verb<Button>({
        verb: 'registrations/withdraw',
        data: buttonData,
        who: ANYONE,
        async run(turn, { code, list, page, region }) {
          const done = await withdraw(turn, code);
          if (list === undefined) return withdrawnReply(done);
          return listReply(useCases, turn, { list, page, region, notice: withdrawnLine(done) });
        },
      }),
    ],
  };
}

function registeredReply(done: Registered): Reply {
  if (done.kind === 'closed') return { kind: 'text', text: done.problem };
  const { status } = done.place.registration;
  const words = noticeWords(status === 'confirmed' ? 'confirmed' : 'waiting', done.place);
  return {
    kind: 'card',
    card: placeCard(done.place, words ?? plainWords(done.place.briefing.code, standing(done.place))),
  };
}

function registeredLine(done: Registered): string {
  if (done.kind === 'closed') return done.problem;
  const { briefing } = done.place;
  return `${briefing.code}: ${standing(done.place)}${done.again ? ' Nothing has changed.' : ' A mail to you follows.'}`;
}

function withdrawnReply(done: Withdrawn): Reply {
  if (done.kind === 'refused') return { kind: 'text', text: done.problem };
  const words = noticeWords('withdrawn', done.place);
  return {
    kind: 'card',
    card: placeCard(done.place, words ?? plainWords(done.place.briefing.code, standing(done.place))),
  };
}

const withdrawnLine = (done: Withdrawn): string =>
  done.kind === 'refused' ? done.problem : `${done.place.briefing.code}: ${standing(done.place)}`;

const plainWords = (title: string, line: string): Pick<NoticeWords, 'title' | 'style' | 'paragraphs'> => ({
  title,
  style: 'emphasis',
  paragraphs: [line],
});
