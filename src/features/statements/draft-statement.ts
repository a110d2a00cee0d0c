import { decideDraft, type Statement } from '../../domain/statement/statement.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { StatementStore } from './ports.js';

export type Drafted =
  | { readonly kind: 'drafted'; readonly statement: Statement }
  | { readonly kind: 'refused'; readonly problem: string };

/** Saves a draft that another coordinator may release. The same delivery makes the same draft. */
export const draftStatement =
  (ports: { store: StatementStore }) =>
  async (input: {
    person: Person;
    title: string;
    body: string;
    now: Instant;
    deliveryKey: string;
  }): Promise<Drafted> => {
    const { person, now, deliveryKey } = input;
    const decided = decideDraft(input);
    if (decided.kind === 'refused') return decided;
    const id = ports.store.idOf(`statement ${person.id} ${deliveryKey}`);
    const statement = await ports.store.saveDraft(
      { id, title: decided.title, body: decided.body, draftedBy: person.id, createdAt: now },
      {
        record: [{ subject: 'statement', subjectId: id, event: 'drafted', actor: person.id, at: now }],
        outgoing: [],
      },
    );
    return { kind: 'drafted', statement };
  };
