import fc from 'fast-check';
import { isWorkingDay, referralDue, workingDaysAfter } from '../../../src/domain/routing/response-clock.js';
import { toInstant, type Instant, type LocalDate } from '../../../src/domain/shared/time.js';

const date = (text: string) => text as LocalDate;
const holidays = new Set([date('2027-03-26'), date('2027-03-29')]);

test('a referral of a Tuesday is acknowledged by Wednesday evening and contacted by Friday evening', () => {
  expect(referralDue('2027-02-09T19:30:00.000Z' as Instant, holidays)).toEqual({
    acknowledgeBy: '2027-02-10T17:00:00.000Z',
    contactBy: '2027-02-12T17:00:00.000Z',
  });
});

test('weekends and the bank holidays of Easter do not count, and summer time is respected', () => {
  expect(referralDue('2027-03-25T12:00:00.000Z' as Instant, holidays)).toEqual({
    acknowledgeBy: '2027-03-30T16:00:00.000Z',
    contactBy: '2027-04-01T16:00:00.000Z',
  });
});

test('the day of creation is the day in London, not in UTC', () => {
  const due = referralDue('2027-07-06T23:30:00.000Z' as Instant, new Set());
  expect(due.acknowledgeBy).toBe('2027-07-08T16:00:00.000Z');
});

test('another policy changes the promise', () => {
  const policy = { acknowledgeWorkingDays: 2, contactWorkingDays: 5, dayEnds: '09:00' as never };
  expect(referralDue('2027-02-09T10:00:00.000Z' as Instant, new Set(), policy)).toEqual({
    acknowledgeBy: '2027-02-11T09:00:00.000Z',
    contactBy: '2027-02-16T09:00:00.000Z',
  });
});

test('both moments fall on working days after creation, acknowledgement before contact, whatever the moment', () => {
  const moments = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-12-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const due = referralDue(toInstant(moment), holidays);
      expect(due.acknowledgeBy > toInstant(moment)).toBe(true);
      expect(due.contactBy > due.acknowledgeBy).toBe(true);
      for (const at of [due.acknowledgeBy, due.contactBy])
        expect(isWorkingDay(date(at.slice(0, 10)), holidays)).toBe(true);
    }),
  );
});

test('counting one working day and then two is counting three', () => {
  const days = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => date(new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)));
  fc.assert(
    fc.property(days, (day) => {
      const twice = workingDaysAfter(workingDaysAfter(day, 1, holidays), 2, holidays);
      expect(twice).toBe(workingDaysAfter(day, 3, holidays));
    }),
  );
});
