import { randomUUID } from 'node:crypto';
import { brand, type ForceId, type PersonId } from '../../../src/domain/shared/ids.js';
import type { Identity, PersonArea } from '../../../src/domain/shared/person.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import type { NewPerson } from '../../../src/features/people/ports.js';
import type { Met } from '../../../src/features/people/reach-store.postgres.js';

export const NOW = '2026-11-23T12:00:00.000Z' as Instant;
export const TENANT = 'aaaaaaaa-1111-4111-8111-111111111111';

export const OLDHAM: PersonArea = {
  kind: 'council',
  name: 'Oldham',
  force: brand<ForceId>('greater-manchester'),
  region: 'north-west',
};

/** Somebody who comes for the first time. */
export const newcomer = (over: Partial<NewPerson> = {}): NewPerson => ({
  name: 'Nia Newcomer',
  audience: 'other',
  language: 'en',
  ...over,
});

export const entra = (objectId: string = randomUUID(), tenant = TENANT): Identity => ({
  kind: 'entra',
  tenant,
  objectId,
});
export const channel = (id = `29:${randomUUID()}`): Identity & { kind: 'channel' } => ({
  kind: 'channel',
  id,
});
export const email = (
  address = `nia-${randomUUID().slice(0, 8)}@example.org`,
): Identity & { kind: 'email' } => ({ kind: 'email', address });
export const noPerson = (): PersonId => brand<PersonId>(randomUUID());

/** A chat of its own with whoever has that account. */
export const aChat = (senderId: string, over: Partial<Met> = {}): Met => ({
  conversationId: `a:${randomUUID()}`,
  scope: 'personal',
  reference: { serviceUrl: 'https://smba.example.test/uk/', senderId },
  ...over,
});
