import { z } from 'zod';
import { brand, type RegistrationId } from '../../domain/shared/ids.js';
import { job, type AnyJob } from '../../jobs/kit.js';
import type { About } from './notice-words.js';
import type { RegistrationsUseCases } from './use-cases.js';

const place = z.object({ registrationId: z.string() });
const ofVersion = place.extend({ version: z.number().int() });
const ofRevision = place.extend({ revision: z.number().int() });
const many = z.object({
  code: z.string(),
  revision: z.number().int().default(0),
  after: z
    .string()
    .transform((id) => brand<RegistrationId>(id))
    .optional(),
});

/** From 5 s on, doubling: the last try comes after about an hour and a half. */
const PATIENT = { limit: 10, delaySeconds: 5 };

/** What people are told of their own places. */
export function registrationsJobs(useCases: RegistrationsUseCases): readonly AnyJob[] {
  const tell = <Data extends { registrationId: string }>(
    name: string,
    data: z.ZodType<Data>,
    about: About,
  ): AnyJob =>
    job({
      name,
      data,
      retry: PATIENT,
      concurrency: 4,
      run: (given, { now }) => useCases.tellPlace({ ...given, about, now }),
      lastFailure: ({ registrationId }) => useCases.tellUndelivered({ registrationId, about }),
    });
  const all = (about: 'briefing-moved' | 'briefing-cancelled'): AnyJob =>
    job({
      name: `registrations.${about}`,
      data: many,
      retry: PATIENT,
      run: ({ code, revision, after }) =>
        useCases.tellAll({ code, about, revision, ...(after ? { after } : {}) }),
      lastFailure: ({ code }) =>
        useCases.tellUndelivered({ code, about: about === 'briefing-moved' ? 'moved' : 'cancelled' }),
    });
  return [
    tell('registrations.send-confirmation', ofVersion, 'confirmed'),
    tell('registrations.tell-waiting', ofVersion, 'waiting'),
    tell('registrations.tell-declined', ofVersion, 'declined'),
    tell('registrations.tell-withdrawn', ofVersion, 'withdrawn'),
    tell('registrations.tell-moved', ofRevision, 'moved'),
    tell('registrations.tell-cancelled', place, 'cancelled'),
    tell('registrations.tell-reminder', place, 'reminder'),
    tell('registrations.send-link', place.extend({ request: z.string() }), 'link'),
    all('briefing-moved'),
    all('briefing-cancelled'),
    job({
      name: 'registrations.remind',
      data: z.unknown(),
      cron: '5 * * * *',
      run: (_data, { now }) => useCases.remindAll(now),
    }),
  ];
}
