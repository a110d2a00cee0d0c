import type { Database, Tx } from '../adapters/postgres/database.js';
import { programmeDates } from '../domain/briefing/cadence.js';
import { nextCode } from '../domain/briefing/code.js';
import { slotAt } from '../domain/briefing/schedule-plan.js';
import type { Instant } from '../domain/shared/time.js';
import type { SeededPerson } from './people.js';
import type { Seed, SeededProgramme } from './seed.js';

/** True when the desk has been used before: then nothing is seeded. */
export async function isSeeded({ db }: Database): Promise<boolean> {
  return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Writes the invented people, teams and, unless a calendar of its own is used, the year's programme. */
export async function applySeed(
  { db }: Database,
  seed: Seed,
  options: { programmes: boolean },
): Promise<readonly string[]> {
  const at = seed.startsAt;
  return db.transaction().execute(async (tx) => {
    for (const person of seed.people) await insertPerson(tx, person, at);
    for (const domain of seed.trustedDomains)
      await tx.insertInto('trusted_domains').values({ domain }).execute();
    for (const { id, force, kind, name, email, channel } of seed.teams) {
      await tx.insertInto('teams').values({ id, force, kind, name, email }).execute();
      const place = {
        kind: 'channel',
        person_id: null,
        team: id,
        briefing_code: null,
        reference: '{}',
        updated_at: at,
      };
      await tx
        .insertInto('conversations')
        .values({ conversation_id: channel.id, ...place })
        .execute();
    }
    if (!options.programmes) return [];
    const codes: string[] = [];
    for (const programme of seed.programmes) codes.push(...(await insertProgramme(tx, programme, seed)));
    await insertRegistrations(tx, seed, codes);
    return codes;
  });
}

async function insertPerson(tx: Tx, { known }: SeededPerson, at: Instant): Promise<void> {
  if (!known) return;
  const { id, name, email, audience, language, area, vetted, roles } = known.person;
  const place = {
    area_kind: area?.kind ?? null,
    area_name: area?.name ?? null,
    force: area?.force ?? null,
    region: area?.region ?? null,
  };
  await tx
    .insertInto('people')
    .values({ id, name, email: email ?? null, audience, language, vetted, created_at: at, ...place })
    .execute();
  for (const identity of known.identities) {
    const key =
      identity.kind === 'entra'
        ? { kind: 'entra', tenant: identity.tenant, value: identity.objectId }
        : {
            kind: identity.kind,
            tenant: '',
            value: identity.kind === 'channel' ? identity.id : identity.address.toLowerCase(),
          };
    await tx
      .insertInto('identities')
      .values({ ...key, person_id: id })
      .execute();
  }
  for (const { role, region, force, team } of roles) {
    const grant = { role, region: region ?? null, force: force ?? null, team: team ?? null };
    await tx
      .insertInto('roles')
      .values({ person_id: id, granted_at: at, ...grant })
      .execute();
  }
}

async function insertProgramme(tx: Tx, programme: SeededProgramme, seed: Seed): Promise<readonly string[]> {
  const { region, year, nth, weekday, time, minutes, presenters, topics, lead } = programme;
  const createdBy = seed.people.find(({ key }) => key === lead)?.known?.person.id ?? null;
  const codes: string[] = [];
  for (const date of programmeDates(year, { nth, weekday })) {
    const planned = slotAt(date, time, minutes);
    if (planned.kind === 'skipped')
      throw new Error(`the seed names a time that the clocks skip: ${date} ${time}`);
    const { slot } = planned;
    const code = nextCode(region, date, new Set());
    const words = { presenters: JSON.stringify(presenters), topics: JSON.stringify(topics) };
    const when = {
      local_date: date,
      local_time: time,
      minutes,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
    };
    const rest = {
      status: 'creating',
      status_reason: null,
      revision: 0,
      organiser: null,
      event_id: null,
      online_meeting_id: null,
      join_url: null,
    };
    await tx
      .insertInto('briefings')
      .values({
        code,
        region,
        year,
        ...when,
        ...words,
        ...rest,
        created_by: createdBy,
        created_at: seed.startsAt,
      })
      .execute();
    codes.push(code);
  }
  return codes;
}

async function insertRegistrations(tx: Tx, seed: Seed, codes: readonly string[]): Promise<void> {
  for (const [index, { person, region }] of seed.registrations.entries()) {
    const id = seed.people.find(({ key }) => key === person)?.known?.person.id;
    const row = await tx
      .selectFrom('briefings')
      .select('code')
      .where('region', '=', region)
      .where('code', 'in', codes)
      .orderBy('starts_at')
      .executeTakeFirst();
    if (!id || !row) continue;
    const serial = String(index + 1).padStart(12, '0');
    const times = { created_at: seed.startsAt, updated_at: seed.startsAt };
    await tx
      .insertInto('registrations')
      .values({
        id: `5eed2222-0000-4000-8000-${serial}`,
        person_id: id,
        briefing_code: row.code,
        status: 'confirmed',
        decided_by: null,
        ...times,
      })
      .execute();
  }
}
