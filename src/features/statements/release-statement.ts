import { decideRelease, type Statement } from '../../domain/statement/statement.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { StatementStore } from './ports.js';

export type Released =
  | { readonly kind: 'released' | 'same' | 'discarded'; readonly statement: Statement }
  | { readonly kind: 'refused'; readonly problem: string };

const GONE = 'That draft is not there any more. Type “circulate” to see the drafts.';

/** Puts a draft of another coordinator in force and sends it to everyone. */
export const releaseStatement =
  (ports: { store: StatementStore }) =>
  async (input: { person: Person; id: string; now: Instant }): Promise<Released> => {
    const { person, id, now } = input;
    const statement = await ports.store.get(id);
    if (!statement) return { kind: 'refused', problem: GONE };
    const decided = decideRelease(statement, person.id);
    if (decided.kind === 'refused') return decided;
    if (decided.kind === 'same') return { kind: 'same', statement };
    const written = await ports.store.release(id, person.id, now, {
      record: [{ subject: 'statement', subjectId: id, event: 'released', actor: person.id, at: now }],
      outgoing: [{ job: 'statements.deliver', data: { statementId: id } }],
    });
    const after = (await ports.store.get(id)) ?? statement;
    return { kind: written ? 'released' : 'same', statement: after };
  };

/** Throws a draft away; any coordinator may. */
export const discardStatement =
  (ports: { store: StatementStore }) =>
  async (input: { person: Person; id: string; now: Instant }): Promise<Released> => {
    const { person, id, now } = input;
    const statement = await ports.store.get(id);
    if (!statement) return { kind: 'refused', problem: GONE };
    const done = await ports.store.discard(id, {
      record: [{ subject: 'statement', subjectId: id, event: 'discarded', actor: person.id, at: now }],
      outgoing: [],
    });
    if (done || statement.status === 'discarded') return { kind: 'discarded', statement };
    return {
      kind: 'refused',
      problem: 'This statement has been released, so it cannot be discarded. Release a new one instead.',
    };
  };
