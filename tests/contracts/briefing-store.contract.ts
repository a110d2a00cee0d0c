import { randomUUID } from 'node:crypto';
import { brand, type BriefingCode, type PersonId } from '../../src/domain/shared/ids.js';
import type { Instant } from '../../src/domain/shared/time.js';
import type { BriefingStore, RegistrationStatus, Told } from '../../src/features/briefings/ports.js';
import { aNewBriefing, aRequest, NOW } from '../support/memory/briefing-builders.js';

export interface OpenStore {
  readonly store: BriefingStore;
  /** A person who exists. */
  person(): Promise<PersonId>;
  register(person: PersonId, code: BriefingCode, status: RegistrationStatus): Promise<void>;
  /** The names of the jobs sent so far, in any order. */
  sent(): Promise<readonly string[]>;
}

const NOTHING: Told = { record: [], outgoing: [] };
const code = (text: string) => brand<BriefingCode>(text);

/** What every form of the briefing store does. */
export function describeBriefingStore(name: string, open: () => Promise<OpenStore>): void {
  describe(`briefing store: ${name}`, () => {
    let opened: OpenStore;
    let lead: PersonId;
    beforeEach(async () => {
      opened = await open();
      lead = await opened.person();
    });

    const draftOf = async () => {
      const id = randomUUID();
      await opened.store.saveDraft({ id, person: lead, request: aRequest(), status: 'open', createdAt: NOW });
      return id;
    };
    const write = async (...codes: string[]) => {
      const briefings = codes.map((one, day) =>
        aNewBriefing({
          code: code(one),
          createdBy: lead,
          startsAt: `2027-02-0${String(day + 1)}T18:00:00.000Z` as Instant,
          endsAt: `2027-02-0${String(day + 1)}T19:00:00.000Z` as Instant,
        }),
      );
      const outgoing = briefings.map((one) => ({
        job: 'briefings.create-meeting',
        data: { code: one.code },
      }));
      return opened.store.useDraft({ id: await draftOf(), person: lead, at: NOW }, () => ({
        briefings,
        told: { record: [], outgoing },
      }));
    };

    test('a draft comes back as it was kept', async () => {
      const id = await draftOf();
      expect(await opened.store.findDraft(id)).toEqual({
        id,
        person: lead,
        request: aRequest(),
        status: 'open',
        createdAt: NOW,
      });
    });

    test('a draft is used once, however many try at the same moment', async () => {
      const id = await draftOf();
      const use = () =>
        opened.store.useDraft({ id, person: lead, at: NOW }, () => ({
          briefings: [aNewBriefing({ createdBy: lead })],
          told: NOTHING,
        }));
      const kinds = (await Promise.all([use(), use(), use()])).map((done) => done.kind).sort();
      expect(kinds).toEqual(['taken', 'taken', 'written']);
      expect(await opened.store.list({})).toHaveLength(1);
      expect(await opened.store.discardDraft(id, lead)).toBe(false);
    });

    test('a discarded draft cannot be used, and somebody else cannot discard it', async () => {
      const id = await draftOf();
      expect(await opened.store.discardDraft(id, await opened.person())).toBe(false);
      expect(await opened.store.discardDraft(id, lead)).toBe(true);
      const used = await opened.store.useDraft({ id, person: lead, at: NOW }, () => ({
        briefings: [aNewBriefing()],
        told: NOTHING,
      }));
      expect(used.kind).toBe('taken');
    });

    test('when deciding fails, the draft stays open and nothing is written', async () => {
      const id = await draftOf();
      const failing = opened.store.useDraft({ id, person: lead, at: NOW }, () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await opened.store.findDraft(id)).toMatchObject({ status: 'open' });
    });

    test('a new briefing is being created, with every field as written, and its job is sent', async () => {
      await write('NW-2027-02');
      const wanted = aNewBriefing({
        createdBy: lead,
        startsAt: '2027-02-01T18:00:00.000Z' as Instant,
        endsAt: '2027-02-01T19:00:00.000Z' as Instant,
      });
      expect(await opened.store.find(code('NW-2027-02'))).toEqual({
        ...wanted,
        status: 'creating',
        revision: 0,
        version: 1,
      });
      expect(await opened.sent()).toEqual(['briefings.create-meeting']);
    });

    test('a change needs the current version, and what it tells is sent only when it is written', async () => {
      await write('NW-2027-02');
      const told: Told = {
        record: [],
        outgoing: [{ job: 'briefings.move-meeting', data: { code: 'NW-2027-02', revision: 1 } }],
      };
      const change = { status: 'held_back' as const, statusReason: 'too open', revision: 1 };
      expect(await opened.store.change({ code: code('NW-2027-02'), version: 1, change }, told)).toBe(true);
      expect(await opened.store.change({ code: code('NW-2027-02'), version: 1, change }, told)).toBe(false);
      expect(await opened.store.find(code('NW-2027-02'))).toMatchObject({ ...change, version: 2 });
      expect((await opened.sent()).filter((job) => job === 'briefings.move-meeting')).toHaveLength(1);
    });

    test('a reason and an end are taken away by null', async () => {
      await write('NW-2027-02');
      const first = { statusReason: 'wait', openedAt: NOW, closedAt: NOW };
      await opened.store.change({ code: code('NW-2027-02'), version: 1, change: first }, NOTHING);
      await opened.store.change(
        { code: code('NW-2027-02'), version: 2, change: { statusReason: null, closedAt: null } },
        NOTHING,
      );
      const found = await opened.store.find(code('NW-2027-02'));
      expect(found).not.toHaveProperty('statusReason');
      expect(found).not.toHaveProperty('closedAt');
      expect(found).toMatchObject({ openedAt: NOW });
    });

    test('the first event of a briefing is kept and no later one', async () => {
      await write('NW-2027-02');
      const event = {
        organiser: 'desk@example.test',
        eventId: 'one',
        joinUrl: 'https://teams.example.test/one',
      };
      await opened.store.keepEvent(code('NW-2027-02'), event);
      await opened.store.keepEvent(code('NW-2027-02'), { ...event, eventId: 'two' });
      expect(await opened.store.find(code('NW-2027-02'))).toMatchObject({ ...event, version: 1 });
    });

    test('a person sees published briefings, cancelled ones of their own, and nobody else’s place', async () => {
      await write('NW-2027-02', 'NW-2027-02b', 'NW-2027-02c', 'NW-2027-02d');
      const other = await opened.person();
      const set = (one: string, status: 'published' | 'cancelled') =>
        opened.store.change({ code: code(one), version: 1, change: { status } }, NOTHING);
      await set('NW-2027-02', 'published');
      await set('NW-2027-02b', 'cancelled');
      await set('NW-2027-02c', 'cancelled');
      await opened.register(other, code('NW-2027-02'), 'confirmed');
      await opened.register(lead, code('NW-2027-02b'), 'confirmed');
      await opened.register(other, code('NW-2027-02c'), 'confirmed');
      const seen = await opened.store.listPlaced(lead, { endsAfter: NOW });
      expect(seen.map(({ briefing, registration }) => [briefing.code, registration])).toEqual([
        ['NW-2027-02', undefined],
        ['NW-2027-02b', 'confirmed'],
      ]);
      expect(await opened.store.place(other, code('NW-2027-02'))).toBe('confirmed');
    });

    test('lists are narrowed by region, year, status and end, in order of start', async () => {
      await write('NW-2027-02', 'NW-2027-02b');
      const codes = async (filter: Parameters<BriefingStore['list']>[0]) =>
        (await opened.store.list(filter)).map((one) => one.code);
      expect(await codes({ region: 'north-west', year: 2027, status: 'creating' })).toEqual([
        'NW-2027-02',
        'NW-2027-02b',
      ]);
      expect(await codes({ endsAfter: '2027-02-01T19:00:00.000Z' as Instant })).toEqual(['NW-2027-02b']);
      expect(await codes({ region: 'wales' })).toEqual([]);
      expect(await codes({ year: 2028 })).toEqual([]);
      expect(await codes({ status: 'published' })).toEqual([]);
    });

    test('a meeting is found by its link, its thread, either meeting id, and its conversation', async () => {
      await write('NW-2027-02');
      const thread = '19:meeting_Abc-1@thread.v2';
      const joinUrl =
        'https://teams.example.test/l/meetup-join/19%3ameeting_Abc-1%40thread.v2/0?context=%7b%7d';
      await opened.store.keepEvent(code('NW-2027-02'), { organiser: 'o', eventId: 'e', joinUrl });
      await opened.store.change(
        { code: code('NW-2027-02'), version: 1, change: { onlineMeetingId: 'graph-id' } },
        NOTHING,
      );
      const found = async (key: Parameters<BriefingStore['findByMeeting']>[0]) =>
        (await opened.store.findByMeeting(key))?.code;
      expect(await found({ joinUrl })).toBe('NW-2027-02');
      expect(await found({ conversationId: thread })).toBe('NW-2027-02');
      expect(await found({ conversationId: `${thread};messageid=1` })).toBe('NW-2027-02');
      expect(await found({ meetingId: 'graph-id' })).toBe('NW-2027-02');
      expect(await found({ meetingId: Buffer.from(`0#${thread}#0`).toString('base64') })).toBe('NW-2027-02');
      const graphId = Buffer.from(`1*oid-1*0**${thread}`).toString('base64');
      expect(await found({ meetingId: graphId })).toBe('NW-2027-02');
      expect(await found({ conversationId: '19:meeting_Other@thread.v2' })).toBeUndefined();
      for (const part of ['x', 'A', '0', 'l', 'meetup-join', '19:', 'thread.v2', 'meeting_Abc-1', 'graph-i'])
        expect(await found({ meetingId: part, conversationId: part })).toBeUndefined();
      for (const near of ['9:meeting_Abc-1@thread.v2', thread.slice(0, -1), '19:meeting_abc-1@thread.v2']) {
        expect(await found({ conversationId: near })).toBeUndefined();
        expect(await found({ meetingId: Buffer.from(`0#${near}#0`).toString('base64') })).toBeUndefined();
      }
      expect(await found({ meetingId: Buffer.from(`0#${thread}`).toString('base64') })).toBeUndefined();
      expect(await found({})).toBeUndefined();
      await opened.store.keepConversation('a:odd', { code: code('NW-2027-02'), at: NOW });
      await opened.store.keepConversation('a:odd', {
        code: code('NW-2027-02'),
        at: NOW,
        reference: { conversation: {} },
      });
      expect(await found({ conversationId: 'a:odd' })).toBe('NW-2027-02');
    });
  });
}
