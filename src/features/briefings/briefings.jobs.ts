import { z } from 'zod';
import { brand, type BriefingCode } from '../../domain/shared/ids.js';
import { job, type AnyJob } from '../../jobs/kit.js';
import { tellLead, type TellLeadPorts } from './tell-lead.js';
import type { BriefingsUseCases } from './use-cases.js';

const data = z.object({ code: z.string().transform((code) => brand<BriefingCode>(code)) });
const moved = data.extend({ revision: z.number().int() });

/** From 5 s on, doubling: the last try comes after about an hour and a half. */
const PATIENT = { limit: 10, delaySeconds: 5 };

/** What follows a change of a briefing in the organiser's calendar. */
export function briefingsJobs(useCases: BriefingsUseCases, ports: TellLeadPorts): readonly AnyJob[] {
  const tell = tellLead(ports);
  return [
    job({
      name: 'briefings.create-meeting',
      data,
      retry: PATIENT,
      // The calendar service takes four requests at once; a few briefings side by side keep it busy enough.
      concurrency: 3,
      async run({ code }, { now }) {
        const made = await useCases.makeMeeting({ code, now });
        if (made.kind === 'held-back') await tell({ code, about: 'held-back' });
      },
      lastFailure: ({ code }) => tell({ code, about: 'not-made' }),
    }),
    job({
      name: 'briefings.move-meeting',
      data: moved,
      retry: PATIENT,
      run: ({ code }) => useCases.moveMeeting(code),
      lastFailure: ({ code }, cause) => tell({ code, about: 'not-moved', cause }),
    }),
    job({
      name: 'briefings.invite-presenters',
      data,
      retry: PATIENT,
      run: ({ code }) => useCases.invitePresenters(code),
      lastFailure: ({ code }, cause) => tell({ code, about: 'not-invited', cause }),
    }),
    job({
      name: 'briefings.cancel-meeting',
      data,
      retry: PATIENT,
      run: ({ code }) => useCases.cancelMeeting(code),
      lastFailure: ({ code }, cause) => tell({ code, about: 'not-cancelled', cause }),
    }),
  ];
}
