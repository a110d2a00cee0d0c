import { dateInWords } from '../../domain/briefing/words.js';
import type { ExclusionReason } from '../../domain/statement/circulation.js';
import type { Statement } from '../../domain/statement/statement.js';
import type { PersonId } from '../../domain/shared/ids.js';
import { londonClock, type Instant } from '../../domain/shared/time.js';
import type { Courier, StatementStore } from './ports.js';

/** How many messages leave in one transaction. */
const AT_ONCE = 500;

export interface CirculatePorts {
  readonly store: StatementStore;
  readonly courier: Courier;
  readonly statementCard: (statement: Statement) => { readonly type: 'AdaptiveCard' };
  readonly undeliveredCard: (title: string, message: string) => { readonly type: 'AdaptiveCard' };
}

/** Takes down the audience and sends one message for each person of it, in batches that send one another. */
export const deliverStatement =
  ({ store }: Pick<CirculatePorts, 'store'>) =>
  async (input: { statementId: string; after?: PersonId; now: Instant }): Promise<void> => {
    const { statementId, after, now } = input;
    if (after === undefined) await store.prepare(statementId, now);
    const people = await store.pending(statementId, { limit: AT_ONCE, ...(after ? { after } : {}) });
    const last = people.length === AT_ONCE ? people.at(-1) : undefined;
    await store.send([
      ...people.map((personId) => ({ job: 'statements.tell', data: { statementId, personId } })),
      ...(last ? [{ job: 'statements.deliver', data: { statementId, after: last } }] : []),
    ]);
  };

/** Hands the statement to one person's chat or mail, once, and notes it. */
export const tellStatement =
  ({ store, courier, statementCard }: CirculatePorts) =>
  async (input: { statementId: string; personId: PersonId; now: Instant }): Promise<void> => {
    const { statementId, personId, now } = input;
    const statement = await store.get(statementId);
    if (!statement) return;
    const leaveOut = (reason: ExclusionReason) =>
      store.note(statementId, personId, { status: 'excluded', reason, at: now });
    if (statement.status !== 'released') return leaveOut('superseded');
    if (await store.isForgotten(personId)) return leaveOut('forgotten');
    await courier.toPerson(personId, {
      key: `statement:${statementId}:${personId}`,
      card: statementCard(statement),
      mail: { subject: statement.title, text: mailText(statement) },
      door: 'chat-first',
    });
    return store.note(statementId, personId, { status: 'delivered', at: now });
  };

/** Notes that a person could not be reached after the last try. */
export const noteFailure =
  ({ store }: Pick<CirculatePorts, 'store'>) =>
  (input: { statementId: string; personId: PersonId; now: Instant }): Promise<void> =>
    store.note(input.statementId, input.personId, { status: 'failed', reason: 'not-reached', at: input.now });

/** Tells who released a statement that its circulation has stopped, once. */
export const tellStopped =
  ({ store, courier, undeliveredCard }: CirculatePorts) =>
  async ({ statementId }: { readonly statementId: string }): Promise<void> => {
    const statement = await store.get(statementId);
    if (statement?.status !== 'released' || statement.releasedBy === undefined) return;
    const title = `Statement ${String(statement.version)} has not gone out to everybody`;
    const message =
      'It is in force, and everyone who asks sees it, but it could not be sent to all. Ask your administrator to run “desk doctor”; then draft and release it again, and it is sent to everybody anew. Until then, tell the regional leads another way.';
    await courier.toPerson(statement.releasedBy, {
      key: `statement:${statementId}:stopped`,
      card: undeliveredCard(title, message),
      mail: { subject: title, text: message },
      door: 'both',
    });
  };

function mailText({ title, body, releasedAt }: Statement): string {
  const on = releasedAt ? `Released on ${dateInWords(londonClock(releasedAt).date)}.` : '';
  return [title, body, on, 'In danger, call 999; otherwise 101. Anti-Terrorist Hotline: 0800 789 321.']
    .filter((part) => part !== '')
    .join('\n\n');
}
