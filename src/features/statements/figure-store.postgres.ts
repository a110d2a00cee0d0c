import { sql } from 'kysely';
import type { Database } from '../../adapters/postgres/database.js';
import type { FigureStore } from './ports.js';

/** Counts referrals and reports offered from PostgreSQL. */
export const postgresFigures = ({ db }: Pick<Database, 'db'>): FigureStore => ({
  async figures({ force, from, to, now }) {
    const within = (column: string) =>
      sql`${sql.ref(column)} >= ${from}::timestamptz and ${sql.ref(column)} < ${to}::timestamptz`;
    const referrals = await sql<
      Record<'opened' | 'acknowledged' | 'contacted' | 'closed' | 'overdue', string>
    >`
      select
        count(*) filter (where ${within('created_at')}) as opened,
        count(*) filter (where ${within('acknowledged_at')}) as acknowledged,
        count(*) filter (where ${within('contacted_at')}) as contacted,
        count(*) filter (where ${within('closed_at')}) as closed,
        count(*) filter (where
          (${within('acknowledge_due')} and
            coalesce(acknowledged_at, contacted_at, closed_at, ${now}::timestamptz) > acknowledge_due) or
          (${within('contact_due')} and coalesce(contacted_at, closed_at, ${now}::timestamptz) > contact_due)
        ) as overdue
      from referrals where force = ${force}`.execute(db);
    const { offered } = await db
      .selectFrom('questions')
      .innerJoin('people', 'people.id', 'questions.person_id')
      .select((select) => select.fn.countAll<string>().as('offered'))
      .where('people.force', '=', force)
      .where('questions.route', 'in', ['report_crime', 'suspicious_activity'])
      .where('questions.created_at', '>=', new Date(from))
      .where('questions.created_at', '<', new Date(to))
      .executeTakeFirstOrThrow();
    const [row] = referrals.rows;
    return {
      opened: Number(row?.opened ?? 0),
      acknowledged: Number(row?.acknowledged ?? 0),
      contacted: Number(row?.contacted ?? 0),
      closed: Number(row?.closed ?? 0),
      overdue: Number(row?.overdue ?? 0),
      reportsOffered: Number(offered),
    };
  },
});
