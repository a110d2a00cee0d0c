import type { Person } from '../domain/shared/person.js';
import { emergencyCard } from './cards/emergency.card.js';
import { helpCard } from './cards/help.card.js';
import { noticeCard } from './cards/notice.card.js';
import type { Click, Incoming } from './activity.js';
import type { CommandTable, Match } from './commands.js';
import { command, type AnyCommand, type AnyVerb, type ChatFeature, type Reply, type Turn } from './kit.js';
import type { TurnPorts } from './ports.js';

/** The way one message or click goes: danger, person, language, role, route, error. */
export interface TurnPipeline {
  /** What the sender of a message gets. */
  message(incoming: Incoming, mail: () => Promise<string | undefined>): Promise<Reply>;
  /** What the sender of a click gets. */
  click(incoming: Incoming, click: Click, mail: () => Promise<string | undefined>): Promise<Reply>;
}

/** The verb that runs a command as if it had been typed. */
const SAY = 'desk/say';

const TYPED_LIMIT = 4000;

/** Puts the steps together. `ask` is where plain text goes that is no command. */
export function turnPipeline(
  ports: TurnPorts,
  table: CommandTable,
  features: readonly ChatFeature[],
  ask: AnyCommand,
): TurnPipeline {
  const verbs = new Map(
    features.flatMap((feature) => feature.verbs.map((entry) => [entry.verb, entry] as const)),
  );

  async function turnOf(
    incoming: Incoming,
    text: string,
    mail: () => Promise<string | undefined>,
  ): Promise<Turn> {
    const person = await ports.directory.recognise(incoming.sender, mail);
    const briefing =
      incoming.scope === 'groupChat' ? await ports.places.briefingOf(incoming.conversationId) : undefined;
    return {
      person,
      scope: incoming.scope,
      deliveryKey: incoming.deliveryKey,
      conversationId: incoming.conversationId,
      language: person.language,
      text,
      now: ports.now(),
      ...(briefing ? { briefing } : {}),
    };
  }

  async function say(
    incoming: Incoming,
    text: string,
    mail: () => Promise<string | undefined>,
  ): Promise<Reply> {
    if (isAlarm(text)) return alarm(incoming, text, mail);
    if (text.length > TYPED_LIMIT) return tooLong(text.length);
    return guarded(incoming, text, async () => {
      const turn = await turnOf(incoming, text, mail);
      if (text === '') return { kind: 'card', card: helpCard(turn.person, table.commands, turn.language) };
      const match = commandIn(text);
      if (!match) return plain(turn, text);
      return run(turn, match.command, match.rest);
    });
  }

  /** The command that the text is; one that takes no words is none when more words follow. */
  function commandIn(text: string): Match | undefined {
    const match = table.match(text);
    return match?.command.wordless === true && !match.command.fits(match.rest, { now: ports.now() })
      ? undefined
      : match;
  }

  /** A question without the word that makes it one, as it is judged again where it is taken; anything else as it is. */
  function questionIn(text: string): string {
    try {
      const match = table.match(text);
      return match?.command === ask ? match.rest : text;
    } catch {
      return text; // nothing may stand in the way of seeing danger
    }
  }

  /** A command that says something definite is not an alarm, whatever reason it gives. */
  function isAlarm(text: string): boolean {
    if (!ports.isDanger(questionIn(text))) return false;
    const match = commandIn(text);
    if (match?.rest === '') return false; // a command alone, such as “help”
    if (match && match.command.freeText !== true && isHalfACommand(match.rest)) return false;
    return !match || match.command.freeText === true || !match.command.fits(match.rest, { now: ports.now() });
  }

  function alarm(
    { sender, conversationId, deliveryKey }: Incoming,
    text: string,
    mail: () => Promise<string | undefined>,
  ): Reply {
    const address = mail(); // after the turn nobody can be asked any more
    const kept = { sender, text, conversationId, deliveryKey, at: ports.now(), mail: () => address };
    // The answer goes first: the embedded engine works on this very thread.
    setImmediate(() => {
      void ports
        .keepAlarm(kept)
        .catch(() =>
          ports.log.error({ code: 'alarm_not_kept' }, 'an alarm was answered but could not be kept'),
        );
    });
    return { kind: 'card', card: emergencyCard(), fresh: true };
  }

  async function run(turn: Turn, found: AnyCommand, rest: string): Promise<Reply> {
    if (!found.who.may(turn.person)) return refusal(found.who.refusal);
    const taken = await found.take(turn, rest);
    if (taken.kind === 'reply') return taken.reply;
    const notice = {
      title: 'Not quite',
      message: taken.problem,
      usage: found.usage,
      typed: turn.text.slice(0, TYPED_LIMIT),
    };
    return { kind: 'card', card: noticeCard(notice), fresh: true };
  }

  async function plain(turn: Turn, text: string): Promise<Reply> {
    if (GREETING.test(text))
      return { kind: 'card', card: helpCard(turn.person, table.commands, turn.language) };
    if (looksLikeCommand(table, text)) return notUnderstood(table, turn.person, text);
    return run(turn, ask, text);
  }

  async function guarded(incoming: Incoming, typed: string, work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (cause) {
      ports.log.error({ code: errorCode(cause), delivery: incoming.deliveryKey.slice(-12) }, 'a turn failed');
      return { kind: 'card', card: troubleCard(typed), fresh: true };
    }
  }

  return {
    message: (incoming, mail) => say(incoming, incoming.text, mail),
    async click(incoming, { verb, data }, mail) {
      if (verb === SAY)
        return say(incoming, typeof data['text'] === 'string' ? data['text'].trim() : '', mail);
      return guarded(incoming, '', async () => {
        const found: AnyVerb | undefined = verbs.get(verb);
        if (!found)
          return stale('This card is from an earlier version of the desk. Please ask for it again.');
        const turn = await turnOf(incoming, '', mail);
        if (!found.who.may(turn.person)) return refusal(found.who.refusal);
        const taken = await found.take(turn, data);
        return taken.kind === 'reply' ? taken.reply : stale(taken.problem);
      });
    },
  };
}

const refusal = (message: string): Reply => ({
  kind: 'card',
  card: noticeCard({ title: 'Not for this account', message }),
  fresh: true,
});

const stale = (message: string): Reply => ({
  kind: 'card',
  card: noticeCard({ title: 'Nothing was changed', message }),
  fresh: true,
});

/** What was typed still stands in the chat, so it need not be given back. */
const tooLong = (length: number): Reply => {
  const message = `Please shorten your message to ${String(TYPED_LIMIT)} characters; it has ${String(length)}. Nothing has been sent or changed. If anyone is in danger now, call 999.`;
  return { kind: 'card', card: noticeCard({ title: 'That is too long', message }), fresh: true };
};

/** “move NW-2027-02 to”: a code and hardly a word more. */
const isHalfACommand = (rest: string): boolean =>
  /\b[a-z]{2}-\d{4}-\d{2}/i.test(rest) && rest.split(/\s+/).length <= 4;

const POLITE = /^(please|pls|can you|could you|would you|i want to|i would like to)\s+/i;
const GREETING =
  /^(hi|hello|hey|hiya|helo|shwmae|good (morning|afternoon|evening)|salaam|thanks?( you)?|cheers|diolch|ok(ay)?)\b[\s\p{P}\p{L}]{0,16}$/iu;

/**
 * One or two words are a slip of the keyboard, not a question; so is a longer line that begins almost like a command
 * and goes on with a code, a date or a year.
 */
function looksLikeCommand(table: CommandTable, text: string): boolean {
  const plain = text.trim().replace(POLITE, '');
  const words = plain.split(/\s+/);
  if (text.includes('?')) return false;
  if (words.length <= 2 || /^\S+\s+[a-z]{2}-\d{4}-\d{2}/i.test(plain)) return true;
  return /\d{4}/.test(plain) && table.resembles(plain);
}

function notUnderstood(table: CommandTable, person: Person, text: string): Reply {
  const near = table.nearest(text.replace(POLITE, ''), person);
  const message = `I do not know that command. The nearest are “${near.map((entry) => entry.name).join('” and “')}”. To ask a question, write “ask” and your question.`;
  const offers = [
    ...near.map((entry) => ({ title: capital(entry.name), text: entry.name })),
    { title: 'Ask it as a question', text: `ask ${text}`.slice(0, TYPED_LIMIT) },
  ];
  return {
    kind: 'card',
    card: noticeCard({ title: 'I did not understand that', message, offers }),
    fresh: true,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function troubleCard(typed: string): ReturnType<typeof noticeCard> {
  return noticeCard({
    title: 'The desk cannot do that just now',
    message:
      'Its records cannot be reached. Nothing was changed and nothing you typed is lost: it stands below, so please send it again in a few minutes. In danger, call 999; otherwise 101.',
    typed: typed.slice(0, TYPED_LIMIT),
  });
}

const errorCode = (cause: unknown): string =>
  cause instanceof Error ? ((cause as { code?: unknown }).code?.toString() ?? cause.name) : 'unknown';

/** The command that shows all the others. */
export const helpCommand = (all: () => readonly AnyCommand[]): AnyCommand =>
  command<null>({
    name: 'help',
    aliases: ['cymorth', 'start'],
    usage: 'help',
    example: 'help',
    description: { en: 'See what you can do here', cy: 'Gweld beth allwch chi ei wneud yma' },
    scopes: ['personal', 'groupChat', 'team'],
    who: { may: () => true, refusal: '' },
    freeText: true,
    parse: () => ({ kind: 'input', input: null }),
    run: (turn) => Promise.resolve({ kind: 'card', card: helpCard(turn.person, all(), turn.language) }),
  });
