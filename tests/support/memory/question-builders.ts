import type { Question } from '../../../src/domain/question/question.js';
import {
  brand,
  type BriefingCode,
  type ForceId,
  type PersonId,
  type QuestionId,
} from '../../../src/domain/shared/ids.js';
import type { Person, PersonArea } from '../../../src/domain/shared/person.js';
import type { Instant, LocalDate, LocalTime } from '../../../src/domain/shared/time.js';
import type { BriefingContext } from '../../../src/features/questions/ports.js';

export const NOW = '2027-02-09T18:20:00.000Z' as Instant;
export const CODE = brand<BriefingCode>('NW-2027-02');

let count = 0;
/** A UUID that no other has; the same order gives the same ids. */
export function nextId(): string {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

export const MANCHESTER: PersonArea = {
  kind: 'council',
  name: 'Manchester',
  force: brand<ForceId>('greater-manchester'),
  region: 'north-west',
};

/** A vetted councillor in Manchester. */
export function aPerson(overrides: Partial<Person> = {}): Person {
  return {
    id: brand<PersonId>(nextId()),
    name: 'Maya Okafor',
    email: 'maya@councillors.test',
    audience: 'elected-official',
    language: 'en',
    area: MANCHESTER,
    vetted: true,
    roles: [],
    ...overrides,
  };
}

/** The same person before their area is known. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the key to the person
export function without<Key extends keyof Person>(person: Person, key: Key): Person {
  const { [key]: _gone, ...kept } = person;
  return kept as Person;
}

/** A question that waits in the queue of `CODE`. */
export function aQuestion(overrides: Partial<Question> = {}): Question {
  return {
    id: brand<QuestionId>(nextId()),
    asker: brand<PersonId>(nextId()),
    briefing: CODE,
    text: 'How often should we vary our routes?',
    door: 'meeting',
    route: 'presenter',
    confidence: 0.9,
    state: 'waiting',
    cleared: true,
    version: 1,
    askedAt: NOW,
    changedAt: NOW,
    ...overrides,
  };
}

/** The North West briefing that runs at `NOW`. */
export function aBriefing(overrides: Partial<BriefingContext['briefing']> = {}): BriefingContext['briefing'] {
  return {
    code: CODE,
    region: 'north-west',
    status: 'published',
    date: '2027-02-09' as LocalDate,
    time: '18:00' as LocalTime,
    minutes: 60,
    startsAt: '2027-02-09T18:00:00.000Z' as Instant,
    endsAt: '2027-02-09T19:00:00.000Z' as Instant,
    presenters: ['tom@police.test'],
    topics: [{ title: 'Security at home', summary: 'Locks, lights and alarms.' }],
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    ...overrides,
  };
}
