import { sql, type Kysely } from 'kysely';

/** The tables of the first release; `tables.ts` says what each column means. */
const STATEMENTS = [
  `create table people (
    id uuid primary key,
    name text not null,
    email text,
    audience text not null,
    language text not null default 'en',
    area_kind text,
    area_name text,
    force text,
    region text,
    vetted boolean not null default false,
    erased_at timestamptz,
    created_at timestamptz not null
  )`,
  `create table identities (
    kind text not null,
    tenant text not null,
    value text not null,
    person_id uuid not null references people(id),
    primary key (kind, tenant, value)
  )`,
  `create table roles (
    id bigserial primary key,
    person_id uuid not null references people(id),
    role text not null,
    region text,
    force text,
    team text,
    granted_at timestamptz not null,
    unique nulls not distinct (person_id, role, region, force, team)
  )`,
  `create table trusted_domains (
    domain text primary key
  )`,
  `create table conversations (
    conversation_id text primary key,
    kind text not null,
    person_id uuid references people(id),
    team text,
    briefing_code text,
    reference jsonb not null,
    updated_at timestamptz not null
  )`,
  `create table drafts (
    id uuid primary key,
    person_id uuid not null references people(id),
    kind text not null,
    payload jsonb not null,
    status text not null,
    created_at timestamptz not null
  )`,
  `create table briefings (
    code text primary key,
    region text not null,
    year integer not null,
    local_date text not null,
    local_time text not null,
    minutes integer not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null,
    status_reason text,
    revision integer not null,
    presenters jsonb not null,
    topics jsonb not null,
    organiser text,
    event_id text,
    online_meeting_id text,
    join_url text,
    opened_at timestamptz,
    closed_at timestamptz,
    created_by text,
    created_at timestamptz not null,
    version integer not null default 1
  )`,
  `create table registrations (
    id uuid primary key,
    person_id uuid not null references people(id),
    briefing_code text not null references briefings(code),
    status text not null,
    decided_by text,
    reminded_for timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1,
    unique (person_id, briefing_code)
  )`,
  `create table questions (
    id uuid primary key,
    person_id uuid not null references people(id),
    briefing_code text references briefings(code),
    text text not null,
    door text not null,
    delivery_key text not null,
    route text not null,
    confidence double precision not null,
    state text not null,
    state_reason text,
    cleared boolean not null default false,
    decided_by uuid,
    evidence jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1,
    unique (delivery_key)
  )`,
  `create table referrals (
    id uuid primary key,
    question_id uuid not null references questions(id),
    person_id uuid not null references people(id),
    team text not null,
    force text not null,
    state text not null,
    acknowledge_due timestamptz not null,
    contact_due timestamptz not null,
    acknowledged_at timestamptz,
    contacted_at timestamptz,
    closed_at timestamptz,
    handled_by text,
    outcome text,
    activity_id text,
    conversation_id text,
    late_told text,
    created_at timestamptz not null,
    version integer not null default 1,
    unique (question_id)
  )`,
  `create table teams (
    id text primary key,
    force text not null,
    kind text not null,
    name text not null,
    email text
  )`,
  `create table contacts (
    id uuid primary key,
    person_id uuid not null references people(id),
    team text not null,
    how text not null,
    at timestamptz not null,
    recorded_by text not null
  )`,
  `create table statements (
    id uuid primary key,
    version integer not null,
    title text not null,
    body text not null,
    status text not null,
    drafted_by text not null,
    released_by text,
    created_at timestamptz not null,
    released_at timestamptz,
    unique (version)
  )`,
  `create table circulations (
    statement_id uuid not null references statements(id),
    person_id uuid not null references people(id),
    status text not null,
    reason text,
    updated_at timestamptz not null,
    primary key (statement_id, person_id)
  )`,
  `create table links (
    id uuid primary key,
    purpose text not null,
    person_id uuid references people(id),
    team text,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_at timestamptz not null
  )`,
  `create table secrets (
    name text primary key,
    value text not null
  )`,
  `create table record (
    seq bigserial primary key,
    at timestamptz not null,
    subject text not null,
    subject_id text not null,
    event text not null,
    actor text not null,
    data jsonb not null,
    previous text not null,
    hash text not null
  )`,
  `create table mails (
    key text primary key,
    sent_at timestamptz,
    activity_id text,
    created_at timestamptz not null
  )`,
  'create index identities_person on identities (person_id)',
  'create index roles_person on roles (person_id)',
  'create index briefings_coming on briefings (starts_at)',
  'create index briefings_region_year on briefings (region, year)',
  `create unique index briefings_once on briefings (region, starts_at) where status <> 'cancelled'`,
  'create index registrations_briefing on registrations (briefing_code, status)',
  'create index questions_queue on questions (briefing_code, state, created_at)',
  'create index questions_person on questions (person_id, created_at)',
  `create index questions_open on questions (state, updated_at)
  where state in ('asked_back', 'needs_area', 'needs_review', 'waiting', 'accepted')`,
  'create index referrals_team on referrals (team, state)',
  'create index referrals_force on referrals (force, state)',
  'create index conversations_person on conversations (person_id)',
  'create index conversations_team on conversations (team)',
  'create index record_subject on record (subject, subject_id)',
  'create index contacts_person on contacts (person_id)',
  'create index people_email on people (lower(email))',
  // Lines are linked when their transaction commits, inside the server: the lock on the chain's end is never held
  // while a client thinks. 7270001 is a number that no other advisory lock of this service uses.
  `create table record_inbox (
    id bigint generated always as identity primary key, at timestamptz not null, subject text not null,
    subject_id text not null, event text not null, actor text not null, data jsonb not null, digest text not null
  )`,
  `create function chain_record() returns trigger language plpgsql as $$
  declare last text;
  begin
    perform pg_advisory_xact_lock(7270001);
    select hash into last from record order by seq desc limit 1;
    last := coalesce(last, repeat('0', 64));
    insert into record (at, subject, subject_id, event, actor, data, previous, hash)
    values (new.at, new.subject, new.subject_id, new.event, new.actor, new.data, last,
      encode(sha256(convert_to(last || new.digest, 'UTF8')), 'hex'));
    delete from record_inbox where id = new.id;
    return null;
  end $$`,
  `create constraint trigger record_chain after insert on record_inbox
  deferrable initially deferred for each row execute function chain_record()`,
  // The record is append-only: a change or removal of a line is an error in the database itself.
  `create function refuse_record_change() returns trigger language plpgsql as $$
  begin raise exception 'the record is append-only'; end $$`,
  `create trigger record_append_only before update or delete or truncate on record
  for each statement execute function refuse_record_change()`,
];

export const foundations = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
