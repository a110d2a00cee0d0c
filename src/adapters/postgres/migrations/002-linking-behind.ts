import { sql, type Kysely } from 'kysely';

/** The record is linked behind the commit instead of in it; decision 0009 says why. */
const STATEMENTS = [
  'drop trigger record_chain on record_inbox',
  'drop function chain_record()',
  // Takes the oldest waiting lines, links them and clears them away, all in one transaction. Only one at a time, held
  // by the lock, whose number no other advisory lock of this service uses; the lock comes first, so that what is read
  // after it is what the last linker committed. Returns how many lines it has linked.
  `create function link_record(most integer) returns integer language plpgsql as $$
  declare
    last text;
    line record_inbox;
    linked bigint[] := '{}';
  begin
    perform pg_advisory_xact_lock(7270001);
    select hash into last from record order by seq desc limit 1;
    last := coalesce(last, repeat('0', 64));
    for line in select * from record_inbox order by id limit most loop
      insert into record (at, subject, subject_id, event, actor, data, previous, hash)
      values (line.at, line.subject, line.subject_id, line.event, line.actor, line.data, last,
        encode(sha256(convert_to(last || line.digest, 'UTF8')), 'hex'))
      returning hash into last;
      linked := linked || line.id;
    end loop;
    delete from record_inbox where id = any(linked);
    return cardinality(linked);
  end $$`,
  // A line that waits can only be taken over into the record, not changed.
  `create trigger record_inbox_unchanged before update or truncate on record_inbox
  for each statement execute function refuse_record_change()`,
  // Accounts are looked up by what they are, whatever tenant they are kept under.
  'create index identities_value on identities (kind, value)',
];

export const linkingBehind = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
