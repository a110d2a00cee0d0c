import { randomUUID } from 'node:crypto';
import type { OfferedBriefing, Registration } from '../../../src/domain/registration/registration.js';
import {
  brand,
  type BriefingCode,
  type PersonId,
  type RegistrationId,
} from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import type { Instant, LocalDate, LocalTime } from '../../../src/domain/shared/time.js';
import { NOW } from './briefing-builders.js';

export const codeOf = (text: string) => brand<BriefingCode>(text);

/** A published briefing of the North West. */
export const aBriefing = (over: Partial<OfferedBriefing> = {}): OfferedBriefing => ({
  code: codeOf('NW-2027-02'),
  region: 'north-west',
  date: '2027-02-09' as LocalDate,
  time: '18:00' as LocalTime,
  minutes: 60,
  startsAt: '2027-02-09T18:00:00.000Z' as Instant,
  endsAt: '2027-02-09T19:00:00.000Z' as Instant,
  status: 'published',
  revision: 0,
  topics: [{ title: 'Home and family', summary: 'Locks and lights.' }],
  joinUrl: 'https://teams.example/l/nw-2027-02',
  ...over,
});

/** Somebody nobody knows yet. */
export const aStranger = (over: Partial<Person> = {}): Person => {
  const id = brand<PersonId>(randomUUID());
  return {
    id,
    name: 'Sam Sample',
    email: `sam-${id.slice(0, 8)}@example.org`,
    audience: 'elected-official',
    language: 'en',
    vetted: false,
    roles: [],
    ...over,
  };
};

export const aLead = (over: Partial<Person> = {}): Person =>
  aStranger({ name: 'Lee Leader', roles: [{ role: 'regional-lead', region: 'north-west' }], ...over });

export const aRegistration = (over: Partial<Registration> & Pick<Registration, 'person'>): Registration => ({
  id: brand<RegistrationId>(randomUUID()),
  briefing: codeOf('NW-2027-02'),
  status: 'confirmed',
  createdAt: NOW,
  updatedAt: NOW,
  version: 1,
  ...over,
});
