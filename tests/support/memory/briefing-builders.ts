import type { NewBriefing } from '../../../src/domain/briefing/briefing.js';
import type { CalendarData } from '../../../src/domain/briefing/clashes.js';
import type { ProgrammeRequest } from '../../../src/domain/briefing/schedule-plan.js';
import { brand, type BriefingCode, type PersonId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import type { Instant, LocalDate, LocalTime } from '../../../src/domain/shared/time.js';

export const NOW = '2026-11-22T12:00:00.000Z' as Instant;
export const LEAD_ID = brand<PersonId>('3a7d4a52-06f2-4f0c-9f2b-0d8f8ff0a001');
export const NO_CALENDAR: CalendarData = {
  bankHolidays: { 'england-and-wales': [], scotland: [], 'northern-ireland': [] },
  recesses: [],
};

export const aPerson = (over: Partial<Person> = {}): Person => ({
  id: LEAD_ID,
  name: 'Lee Leader',
  email: 'lee.leader@example.org',
  audience: 'other',
  language: 'en',
  vetted: true,
  roles: [{ role: 'regional-lead', region: 'north-west' }],
  ...over,
});

export const aRequest = (over: Partial<ProgrammeRequest> = {}): ProgrammeRequest => ({
  region: 'north-west',
  year: 2027,
  nth: 'second',
  weekday: 'tuesday',
  time: '18:00' as LocalTime,
  minutes: 60,
  presenters: ['a.presenter@example.org'],
  ...over,
});

export const aNewBriefing = (over: Partial<NewBriefing> = {}): NewBriefing => ({
  code: brand<BriefingCode>('NW-2027-02'),
  region: 'north-west',
  date: '2027-02-09' as LocalDate,
  time: '18:00' as LocalTime,
  minutes: 60,
  startsAt: '2027-02-09T18:00:00.000Z' as Instant,
  endsAt: '2027-02-09T19:00:00.000Z' as Instant,
  presenters: ['a.presenter@example.org'],
  topics: [{ title: 'Home and family', summary: 'Locks and lights.' }],
  createdBy: LEAD_ID,
  ...over,
});
