import { z } from 'zod';
import { partsOfTeam, TEAM_LABELS } from '../../domain/routing/team.js';
import { AUDIENCES } from '../../domain/shared/audience.js';
import { peopleStore } from '../../features/people/people-store.postgres.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';
import type { Desk } from '../store.js';

/** One line of the directory: an invitee, a trusted domain, or a local team. */
const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    name: z.string().trim().min(1),
    email: z.email().toLowerCase(),
    audience: z.enum(AUDIENCES).default('other'),
  }),
  z.object({
    kind: z.literal('domain'),
    domain: z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'a domain looks like example.org'),
  }),
  z.object({
    kind: z.literal('team'),
    id: z
      .string()
      .refine((id) => partsOfTeam(id) !== undefined, 'a team id looks like greater-manchester/adviser'),
    name: z.string().trim().min(1).optional(),
    email: z.email().optional(),
    conversation: z.string().min(1).optional(),
  }),
]);

/** `directory import`: JSON lines of people, trusted domains and teams. A bad line is named; the others are taken. */
export async function importDirectory(desk: Desk, io: Io): Promise<ExitStatus> {
  let line = 0;
  let taken = 0;
  let faults = 0;
  for await (const text of io.lines) {
    line += 1;
    if (text.trim() === '') continue;
    const parsed = parse(text);
    if (parsed.kind === 'fault') {
      faults += 1;
      io.err(`line ${String(line)}: ${parsed.message}`);
      continue;
    }
    await take(desk, parsed.entry);
    taken += 1;
  }
  if (line === 0)
    throw new CommandFault(
      'Nothing came in. Give JSON lines on standard input, for example {"kind":"domain","domain":"example.org"}.',
      2,
    );
  io.out(JSON.stringify({ taken, faults }));
  return faults > 0 ? 1 : 0;
}

function parse(
  text: string,
): { kind: 'entry'; entry: z.infer<typeof entry> } | { kind: 'fault'; message: string } {
  try {
    const checked = entry.safeParse(JSON.parse(text));
    if (checked.success) return { kind: 'entry', entry: checked.data };
    return {
      kind: 'fault',
      message: checked.error.issues
        .map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`)
        .join('; '),
    };
  } catch {
    return {
      kind: 'fault',
      message: 'not JSON; each line must be one object with "kind" person, domain or team',
    };
  }
}

async function take({ database, ids, clock }: Desk, item: z.infer<typeof entry>): Promise<void> {
  const { db } = database;
  if (item.kind === 'domain') {
    await db
      .insertInto('trusted_domains')
      .values({ domain: item.domain })
      .onConflict((on) => on.doNothing())
      .execute();
  } else if (item.kind === 'person') {
    const people = peopleStore(database, ids);
    const newcomer = { name: item.name, email: item.email, audience: item.audience, language: 'en' } as const;
    const person = await people.takeDown(newcomer, [{ kind: 'email', address: item.email }], clock.now());
    await people.change(person.id, { vetted: true }, clock.now());
  } else {
    const parts = partsOfTeam(item.id);
    if (!parts) return;
    const row = {
      force: parts.force,
      kind: parts.kind,
      name: item.name ?? `${parts.force}: ${TEAM_LABELS[parts.kind]}`,
      email: item.email ?? null,
    };
    await db
      .insertInto('teams')
      .values({ id: item.id, ...row })
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute();
    if (item.conversation)
      await db
        .updateTable('conversations')
        .set({ team: item.id })
        .where('conversation_id', '=', item.conversation)
        .execute();
  }
}
