import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Holdings, PeopleStore } from './ports.js';

/** What would go, before it goes. */
export const previewForgetting =
  (people: PeopleStore) =>
  (person: Person): Promise<Holdings> =>
    people.held(person.id);

/** Removes everything that says who the person is. Doing it twice is the same as once. */
export const forgetPerson =
  (people: PeopleStore) =>
  (person: Person, at: Instant): Promise<void> =>
    people.erase(person.id, at);
