import type { z } from 'zod';
import type { BriefingCode } from '../domain/shared/ids.js';
import type { Language, Person } from '../domain/shared/person.js';
import type { Instant } from '../domain/shared/time.js';

/** An adaptive card, schema 1.5. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly [key: string]: unknown;
}

/** Where a turn takes place. */
export type Scope = 'personal' | 'groupChat' | 'team';

/** One message or click, with its sender known. */
export interface Turn {
  readonly person: Person;
  readonly scope: Scope;
  /** The same for every delivery of the same message or click. */
  readonly deliveryKey: string;
  readonly conversationId: string;
  /** The briefing whose meeting chat this is, if it is one. */
  readonly briefing?: BriefingCode;
  readonly language: Language;
  /** What was typed, without the mention of the bot. */
  readonly text: string;
  readonly now: Instant;
}

/**
 * What the sender gets. To a click, a `card` takes the place of the card clicked unless `fresh` is set.
 * In a group chat or channel everything is sent to that person alone unless `forAll` is set.
 */
export type Reply =
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      readonly fresh?: boolean;
      readonly forAll?: boolean;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Who may use a command or verb, and what the others are told (a sentence that names who can). */
export interface Policy {
  readonly may: (person: Person) => boolean;
  readonly refusal: string;
}

export const ANYONE: Policy = { may: () => true, refusal: '' };

/** What a command makes of the words after its name. */
export type Parsed<Input> =
  | { readonly kind: 'input'; readonly input: Input }
  /** A sentence that says what is missing or wrong; the usage and what was typed are shown with it. */
  | { readonly kind: 'problem'; readonly problem: string };

/** A chat command. The table of all of them also makes the manifest's command lists. */
export interface Command<Input> {
  /** The words that select it, lower case: `schedule`, `my briefings`. */
  readonly name: string;
  /** Other words that select it, such as the Welsh name. */
  readonly aliases?: readonly string[];
  /** The canonical form, shown when the words do not fit. */
  readonly usage: string;
  readonly example: string;
  readonly description: Readonly<Record<Language, string>>;
  /** In which chats Teams offers it (at most 12 each); typed, it works everywhere. */
  readonly scopes: readonly Scope[];
  readonly who: Policy;
  /** True where its words may be anything a person types: then danger is looked for in them first. */
  readonly freeText?: boolean;
  parse(rest: string, at: { now: Instant }): Parsed<Input>;
  run(turn: Turn, input: Input): Promise<Reply>;
}

/** A button of a card (`Action.Execute`). Its data is checked by the schema and its role on the server. */
export interface Verb<Data> {
  /** `feature/act`, for example `briefings/confirm`. */
  readonly verb: string;
  readonly data: z.ZodType<Data>;
  readonly who: Policy;
  run(turn: Turn, data: Data): Promise<Reply>;
}

/** What a feature brings to the chat. */
export interface ChatFeature {
  // The table holds commands of different inputs; each is only ever called with what its own parser made.
  readonly commands: readonly AnyCommand[];
  readonly verbs: readonly AnyVerb[];
}

/** A command whose input type is forgotten: build it with `command()`. */
export interface AnyCommand extends Omit<Command<never>, 'parse' | 'run'> {
  /** True where only its name counts; then longer words that begin with it are plain text. */
  readonly wordless: boolean;
  /** True when the words after the name make sense to the command. */
  fits(rest: string, at: { now: Instant }): boolean;
  /** Parses and runs, or says what is wrong with the words. */
  take(
    turn: Turn,
    rest: string,
  ): Promise<{ kind: 'reply'; reply: Reply } | { kind: 'problem'; problem: string }>;
}

/** A verb whose data type is forgotten: build it with `verb()`. */
export interface AnyVerb {
  readonly verb: string;
  readonly who: Policy;
  /** Checks the data and runs, or says that the data is not what this card sends. */
  take(
    turn: Turn,
    data: unknown,
  ): Promise<{ kind: 'reply'; reply: Reply } | { kind: 'problem'; problem: string }>;
}

/** Puts a command into the table. */
export function command<Input>(definition: Command<Input>): AnyCommand {
  return {
    ...definition,
    wordless: (definition.parse as unknown) === noWords,
    fits: (rest, at) => definition.parse(rest, at).kind === 'input',
    async take(turn, rest) {
      const parsed = definition.parse(rest, { now: turn.now });
      if (parsed.kind === 'problem') return parsed;
      return { kind: 'reply', reply: await definition.run(turn, parsed.input) };
    },
  };
}

/** Puts a verb into the table. */
export function verb<Data>(definition: Verb<Data>): AnyVerb {
  return {
    verb: definition.verb,
    who: definition.who,
    async take(turn, data) {
      const checked = definition.data.safeParse(data);
      if (!checked.success) {
        return {
          kind: 'problem',
          problem: 'That button does not fit this card any more. Please ask for the card again.',
        };
      }
      return { kind: 'reply', reply: await definition.run(turn, checked.data) };
    },
  };
}

const COURTESY = /^(please|pls|thanks|thank you|now|os gwelwch yn dda|diolch)?[\s\p{P}]*$/iu;

/** A command that takes no words after its name: with more, “my team is being followed”, it is no command at all. */
export const noWords = (rest: string): Parsed<null> =>
  COURTESY.test(rest)
    ? { kind: 'input', input: null }
    : { kind: 'problem', problem: 'This command takes no more words.' };
