import type { Database } from '../../adapters/postgres/database.js';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import type { Leads } from './ports.js';

/** Finds the leads of a region in PostgreSQL. */
export const postgresLeads = ({ db }: Pick<Database, 'db'>): Leads => ({
  async answering(region) {
    const roles = db.selectFrom('roles').select('person_id').distinct();
    const leads = await roles
      .where('role', '=', 'regional-lead')
      .where((where) => where.or([where('region', '=', region), where('region', 'is', null)]))
      .execute();
    const rows = leads.length > 0 ? leads : await roles.where('role', '=', 'coordinator').execute();
    return rows.map((row) => brand<PersonId>(row.person_id));
  },
});
