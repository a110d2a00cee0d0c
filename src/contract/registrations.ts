import { z } from 'zod';
import { myBriefingView, registrationStatus } from './briefings.js';
import { audience, briefingCode, language } from './shared.js';

/** POST /public/registrations (public): the answer never says whether the address is known. */
export const publicRegistration = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Please give your name.')
    .max(120, 'Please give a name of at most 120 characters.')
    .regex(/^[^\p{Cc}]*$/u, 'Please give your name on one line.'),
  email: z.email('Please give a mail address such as name@example.org.').max(254),
  audience,
  briefing: briefingCode,
  /** Postcode, council or constituency; may be left out. */
  area: z.string().trim().max(120).optional(),
  language: language.default('en'),
});
export type PublicRegistration = z.infer<typeof publicRegistration>;
export const publicRegistrationReply = z.object({ message: z.string() });

/** POST /registrations (person) */
export const newRegistration = z.object({ briefing: briefingCode });
/** POST /registrations · DELETE /registrations/:code (person). GET /registrations/:code/calendar gives the .ics file. */
export const registrationReply = z.object({
  status: registrationStatus,
  briefing: myBriefingView,
  message: z.string(),
});
export type RegistrationReply = z.infer<typeof registrationReply>;
