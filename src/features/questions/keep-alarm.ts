import type { Question } from '../../domain/question/question.js';
import { brand, type PersonId, type QuestionId } from '../../domain/shared/ids.js';
import type { Ids } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Alarms, PendingAlarm } from './alarms.js';
import type { QuestionStore } from './ports.js';
import { toldOf } from './told.js';

/** Who sent a message, as the door knows it. */
export interface AlarmSender {
  readonly channelId: string;
  readonly tenant?: string;
  readonly objectId?: string;
  readonly name: string;
}

/** A message of danger that has been answered with 999 already. */
export interface AnsweredAlarm {
  readonly sender: AlarmSender;
  readonly text: string;
  readonly conversationId: string;
  readonly deliveryKey: string;
  readonly at: Instant;
  /** The sender's address, by which somebody new is joined to who registered with it; absent where none is known. */
  readonly mail?: Address;
}

type Address = () => Promise<string | undefined>;

/** Finds the person behind a sender; somebody new is taken down. Throws while the store is down. */
export type Recognise = (sender: AlarmSender, mail: Address) => Promise<PersonId>;

/** Writes an alarm as an emergency question of its sender; a repeat changes nothing. */
export const writeAlarm =
  ({ store, ids }: { readonly store: QuestionStore; readonly ids: Ids }) =>
  async (alarm: PendingAlarm): Promise<void> => {
    const person = await alarm.person();
    const question: Question = {
      id: brand<QuestionId>(ids.uuid()),
      asker: person,
      text: alarm.text,
      door: alarm.door,
      route: 'emergency',
      confidence: 1,
      state: 'emergency',
      cleared: false,
      version: 1,
      askedAt: alarm.at,
      changedAt: alarm.at,
    };
    const deliveryKey = personalKey(person, alarm.deliveryKey);
    const evidence = { rule: 'answered before anything else', words: [] };
    await store.add({ question, deliveryKey, evidence }, toldOf(question, { by: person, at: alarm.at }));
  };

/** Keeps a message of danger after its answer has gone out; never fails, whatever is down. */
export const keepAlarm =
  (alarms: Alarms, recognise: Recognise) =>
  ({ sender, text, deliveryKey, at, mail = noMail }: AnsweredAlarm): Promise<void> =>
    alarms.keep({ text, deliveryKey, at, door: 'personal', person: () => recognise(sender, mail) });

const noMail: Address = () => Promise.resolve(undefined);

/** Keys come from outside, so they hold within one person only. */
export const personalKey = (person: PersonId, key: string): string => `${person}:${key}`;
