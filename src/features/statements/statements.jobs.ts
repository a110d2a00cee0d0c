import { z } from 'zod';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import type { Clock } from '../../domain/shared/ports.js';
import { job, type AnyJob } from '../../jobs/kit.js';
import type { StatementsUseCases } from './use-cases.js';

const person = z.string().transform((id) => brand<PersonId>(id));

/** The circulation of a statement: the audience first, then each person by themselves. */
export const statementsJobs = (useCases: StatementsUseCases, clock: Clock): readonly AnyJob[] => [
  job({
    name: 'statements.deliver',
    data: z.object({ statementId: z.uuid(), after: person.optional() }),
    retry: { limit: 10, delaySeconds: 2 },
    run: ({ statementId, after }, { now }) =>
      useCases.deliverStatement({ statementId, now, ...(after ? { after } : {}) }),
    lastFailure: ({ statementId }) => useCases.tellStopped({ statementId }),
  }),
  job({
    name: 'statements.tell',
    data: z.object({ statementId: z.uuid(), personId: person }),
    retry: { limit: 10, delaySeconds: 5 },
    // Wide enough for 25 a second at 300 ms each; the doors themselves keep to the limits of Teams and Exchange.
    concurrency: 8,
    run: (data, { now }) => useCases.tellStatement({ ...data, now }),
    lastFailure: (data) => useCases.noteFailure({ ...data, now: clock.now() }),
  }),
];
