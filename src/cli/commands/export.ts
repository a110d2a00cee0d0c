import { transact } from '../../adapters/postgres/database.js';
import { verifyRecord } from '../../adapters/postgres/record.js';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import { mayLead } from '../../domain/shared/policy.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { RecordEntry } from '../../domain/shared/ports.js';
import { peopleStore } from '../../features/people/people-store.postgres.js';
import { csvLine } from '../csv.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';
import { identityOf } from '../identity-option.js';
import type { Desk } from '../store.js';
import { exportCorrections } from './export-corrections.js';
import { personOfAddress } from './find-person.js';

export interface ExportOptions {
  readonly briefing?: string;
  readonly lead?: string;
  readonly email?: string;
}

type Export = (desk: Desk, io: Io) => Promise<ExitStatus>;

/** What can be exported, and the words that must come with it. Throws before the database is opened. */
export function chooseExport(what: string, options: ExportOptions): Export {
  const { briefing, lead, email } = options;
  switch (what) {
    case 'record':
      return exportRecord;
    case 'corrections':
      return exportCorrections;
    case 'person':
      if (!email) throw new CommandFault('Say whose data: desk export person --email <address>.', 2);
      return (desk, io) => exportPerson(desk, email, io);
    case 'registrations':
      if (!briefing || !lead) {
        throw new CommandFault(
          'Say which and for whom: desk export registrations --briefing <code> --lead <objectId or e-mail>.',
          2,
        );
      }
      return (desk, io) =>
        exportRegistrations(desk, { code: briefing.trim().toUpperCase().replace(/B$/, 'b'), lead }, io);
    default:
      throw new CommandFault(
        `Say what to export: record, corrections, registrations or person, not "${what}".`,
        2,
      );
  }
}

/** The append-only record as JSON lines, with its chain checked. */
async function exportRecord({ database }: Desk, io: Io): Promise<ExitStatus> {
  const verified = await verifyRecord(database.db);
  if (verified.brokenAt !== undefined)
    io.err(`The record does not hold from line ${String(verified.brokenAt)} on.`);
  for (let after = 0; ;) {
    const page = await database.db
      .selectFrom('record')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(500)
      .execute();
    for (const row of page)
      io.out(JSON.stringify({ ...row, seq: Number(row.seq), at: row.at.toISOString() }));
    if (page.length < 500) break;
    after = Number(page.at(-1)?.seq);
  }
  io.err(`${String(verified.lines)} line(s) hold.`);
  return verified.brokenAt === undefined ? 0 : 1;
}

const COLUMNS = ['name', 'email', 'audience', 'area', 'force', 'status', 'registered'] as const;

/** Who has registered for a briefing, for a lead of its region, as comma-separated values. The record says that it was done, and for whom. */
async function exportRegistrations(
  desk: Desk,
  { code, lead }: { code: string; lead: string },
  io: Io,
): Promise<ExitStatus> {
  const { database, clock, ids, homeTenant } = desk;
  const briefing = await database.db
    .selectFrom('briefings')
    .select(['code', 'region'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (!briefing) throw new CommandFault(`There is no briefing ${code}. Its code looks like NW-2027-02.`);
  const person = await peopleStore(database, ids).find([identityOf('--lead', lead, homeTenant)]);
  if (!person || !mayLead(person, briefing.region as RegionId)) {
    throw new CommandFault(
      `That person does not lead ${briefing.region}, so the list is not for them. A lead is made with: desk people grant --role regional-lead --region ${briefing.region}.`,
    );
  }
  const rows = await transact(database, async (tx) => {
    const result = await tx
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.person_id')
      .select([
        'people.name',
        'people.email',
        'people.audience',
        'people.area_name',
        'people.force',
        'registrations.status',
        'registrations.created_at',
      ])
      .where('registrations.briefing_code', '=', code)
      .where('people.erased_at', 'is', null)
      .orderBy('registrations.created_at')
      .orderBy('registrations.id')
      .execute();
    const at = clock.now();
    const data = { lines: result.length, door: 'command line' };
    const record: RecordEntry[] = [
      {
        subject: 'briefing',
        subjectId: code,
        event: 'registrations_exported',
        actor: brand<PersonId>(person.id),
        at,
        data,
      },
    ];
    return { result, told: { record } };
  });
  io.out(csvLine(COLUMNS));
  for (const row of rows)
    io.out(
      csvLine([
        row.name,
        row.email,
        row.audience,
        row.area_name,
        row.force,
        row.status,
        row.created_at.toISOString(),
      ]),
    );
  io.err(
    `${String(rows.length)} registration(s). The list names people at risk: give it to that lead alone and delete it afterwards. The record holds that it was made.`,
  );
  return 0;
}

/** Everything held about one person, a kind a line: their right of access. */
async function exportPerson(desk: Desk, email: string, io: Io): Promise<ExitStatus> {
  const { database, clock } = desk;
  const id = await personOfAddress(desk, email);
  const lines = await transact(database, async (tx) => {
    const own = (
      table: 'registrations' | 'questions' | 'referrals' | 'contacts' | 'circulations' | 'roles',
    ) => tx.selectFrom(table).selectAll().where('person_id', '=', id).execute();
    const result: object[] = [
      {
        kind: 'person',
        ...(await tx.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
      },
      ...(
        await tx
          .selectFrom('identities')
          .select(['kind as identity', 'tenant', 'value'])
          .where('person_id', '=', id)
          .execute()
      ).map((row) => ({ kind: 'identity', ...row })),
    ];
    for (const table of [
      'roles',
      'registrations',
      'questions',
      'referrals',
      'contacts',
      'circulations',
    ] as const) {
      for (const row of await own(table)) result.push({ kind: table, ...row });
    }
    const corrected = await tx
      .selectFrom('corrections')
      .innerJoin('questions', 'questions.id', 'corrections.question_id')
      .selectAll('corrections')
      .where('questions.person_id', '=', id)
      .execute();
    for (const row of corrected) result.push({ kind: 'corrections', ...row });
    const record: RecordEntry[] = [
      { subject: 'person', subjectId: id, event: 'data_exported', actor: 'system', at: clock.now() },
    ];
    return { result, told: { record } };
  });
  for (const line of lines) io.out(JSON.stringify(line));
  io.err(`${String(lines.length)} line(s). Give them to that person alone.`);
  return 0;
}
