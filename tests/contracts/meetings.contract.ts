import type { Meetings } from '../../src/features/briefings/ports.js';
import { brand, type BriefingCode } from '../../src/domain/shared/ids.js';

export interface OpenMeetings {
  readonly meetings: Meetings;
  /** The events that stand now. */
  events(): readonly { readonly start: string; readonly presenters: readonly string[] }[];
  /** Makes every call fail until it is called with false. */
  fail(failing: boolean): void;
  /** Makes reading back find attendees' microphones open. */
  loosen(): void;
  close(): Promise<void>;
}

type Wanted = Parameters<Meetings['create']>[0];

export const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  code: brand<BriefingCode>('NW-2027-06'),
  region: 'north-west',
  subject: 'Personal security briefing',
  description: 'Topics: home and family.',
  start: '2027-06-08T18:00:00',
  end: '2027-06-08T19:00:00',
  presenters: ['a.presenter@example.org'],
  transactionId: '5b0c4b0e-5a5a-8a5a-9a5a-5a5a5a5a5a5a',
  ...over,
});

/** What every form of the meetings port does. */
export function describeMeetings(name: string, open: () => Promise<OpenMeetings>): void {
  describe(`meetings: ${name}`, () => {
    let opened: OpenMeetings;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const made = async (over: Partial<Wanted> = {}) => {
      const outcome = await opened.meetings.create(wanted(over));
      if (outcome.kind === 'fault') throw new Error(outcome.cause);
      return outcome;
    };

    test('a meeting is made with its presenters and a link to join', async () => {
      expect((await made()).joinUrl).toMatch(/^https:/);
      expect(opened.events()).toEqual([
        { start: '2027-06-08T18:00:00', presenters: ['a.presenter@example.org'] },
      ]);
    });

    test('the same key never makes a second meeting', async () => {
      expect(await made()).toEqual(await made());
      expect(opened.events()).toHaveLength(1);
    });

    test('the same key with another time moves the meeting there', async () => {
      await made();
      await made({ start: '2027-06-15T18:30:00', end: '2027-06-15T19:30:00' });
      expect(opened.events().map((event) => event.start)).toEqual(['2027-06-15T18:30:00']);
    });

    test('settings are set to policy and read back', async () => {
      const meeting = { ...(await made()), presenters: [] };
      expect((await opened.meetings.secure(meeting)).kind).toBe('as-policy');
      opened.loosen();
      expect(await opened.meetings.secure(meeting)).toMatchObject({
        kind: 'weaker',
        weaker: ['attendees can switch on their microphones'],
      });
    });

    test('a move keeps the link, and presenters are replaced as a whole', async () => {
      const event = await made();
      expect(
        await opened.meetings.move({ ...event, start: '2027-06-09T10:00:00', end: '2027-06-09T11:00:00' }),
      ).toEqual({ kind: 'done' });
      expect(
        await opened.meetings.invite({ ...event, presenters: ['b@example.org', 'c@example.org'] }),
      ).toEqual({ kind: 'done' });
      expect(opened.events()).toEqual([
        { start: '2027-06-09T10:00:00', presenters: ['b@example.org', 'c@example.org'] },
      ]);
      expect((await opened.meetings.secure({ ...event, presenters: [] })).kind).toBe('as-policy');
    });

    test('cancelling bears repetition', async () => {
      const event = await made();
      const cancel = () => opened.meetings.cancel({ ...event, comment: 'The presenter is unwell.' });
      expect([await cancel(), await cancel()]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
      expect(opened.events()).toEqual([]);
    });

    test('a failure is named with what to do, and leaves nothing behind', async () => {
      opened.fail(true);
      expect(await opened.meetings.create(wanted())).toMatchObject({
        kind: 'fault',
        cause: 'unreachable',
        passing: true,
        remedy: expect.stringMatching(/\w/) as unknown,
      });
      opened.fail(false);
      await made();
      expect(opened.events()).toHaveLength(1);
    });
  });
}
