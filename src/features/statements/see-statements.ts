import type { Tally } from '../../domain/statement/circulation.js';
import type { Statement } from '../../domain/statement/statement.js';
import type { StatementStore } from './ports.js';

/** The statement in force, if one has ever been released. */
export const seeStatement = (ports: { store: StatementStore }) => (): Promise<Statement | undefined> =>
  ports.store.current();

/** What a coordinator works with: the drafts, the statement in force and how far it has come. */
export interface Desk {
  readonly drafts: readonly Statement[];
  readonly current?: { readonly statement: Statement; readonly tally: Tally };
}

export const seeCirculation =
  ({ store }: { store: StatementStore }) =>
  async (): Promise<Desk> => {
    const [drafts, statement] = await Promise.all([store.drafts(), store.current()]);
    if (!statement) return { drafts };
    return { drafts, current: { statement, tally: await store.tally(statement.id) } };
  };
