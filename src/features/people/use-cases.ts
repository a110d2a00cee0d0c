import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Placing } from './place-person.js';
import type { Holdings, PersonChange } from './ports.js';
import type { recognisePerson } from './recognise-person.js';

/** Everything one can do with people; every door calls these. */
export interface PeopleUseCases {
  readonly recognise: ReturnType<typeof recognisePerson>;
  /** Places the person and lets what waited for it go on. */
  place(person: Person, input: string, at: Instant): Promise<Placing>;
  /** Places the person and leaves what follows to the caller. */
  placeOnly(person: Person, input: string, at: Instant): Promise<Placing>;
  knowsPlace(input: string): boolean;
  change(person: Person, change: PersonChange, at: Instant): Promise<Person>;
  held(person: Person): Promise<Holdings>;
  forget(person: Person, at: Instant): Promise<void>;
  forceName(force: string): string;
  now(): Instant;
}
