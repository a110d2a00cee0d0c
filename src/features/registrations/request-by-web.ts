import type { Audience } from '../../domain/shared/audience.js';
import type { Language } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { ChangePorts } from './change-place.js';
import type { Limiter } from './limiter.js';
import type { People } from './ports.js';
import { findOpen, registerForBriefing } from './register-for-briefing.js';

export interface WebRequest {
  readonly name: string;
  readonly email: string;
  readonly audience: Audience;
  readonly briefing: string;
  readonly area?: string;
  readonly language: Language;
  readonly now: Instant;
  readonly deliveryKey: string;
}

export type WebAnswer =
  /** Says nothing about the address: the mail does. */
  | { readonly kind: 'taken'; readonly message: string }
  | { readonly kind: 'too-many'; readonly message: string }
  | { readonly kind: 'closed'; readonly why: 'unknown' | 'over' | 'cancelled'; readonly problem: string };

const TAKEN =
  'Thank you. We have sent a mail to that address. It says how your request stands and holds a link for you alone, ' +
  'on which you can join, ask and withdraw. If nothing has come after ten minutes, look in your junk mail or send this form again.';
const TOO_MANY =
  'There have been too many requests just now, so this one was not taken. Please wait ten minutes and send it again.';

/**
 * Registers somebody on the public page. Whoever holds the address gets everything by mail and nobody else learns
 * anything: the answer is the same whether the address is known, vetted, registered already or new.
 */
export const requestByWeb =
  (ports: ChangePorts & { readonly people: People; readonly limiter: Limiter }) =>
  async (request: WebRequest): Promise<WebAnswer> => {
    const { name, audience, area, language, now } = request;
    const email = request.email.trim().toLowerCase();
    if (!ports.limiter.accepts(email, now)) return { kind: 'too-many', message: TOO_MANY };
    const open = await findOpen(ports.store, request.briefing, now);
    if (open.kind === 'closed') return { kind: 'closed', why: open.why, problem: open.problem };
    const person =
      (await ports.people.byEmail(email)) ??
      (await ports.people.takeDown({ name, email, audience, language, ...(area ? { area } : {}) }));
    const registered = await registerForBriefing(ports)({ person, code: open.briefing.code, now });
    if (registered.kind === 'closed')
      return { kind: 'closed', why: registered.why, problem: registered.problem };
    if (registered.again) {
      const { id } = registered.place.registration;
      await ports.store.send([
        { job: 'registrations.send-link', data: { registrationId: id, request: request.deliveryKey } },
      ]);
    }
    return { kind: 'taken', message: TAKEN };
  };
