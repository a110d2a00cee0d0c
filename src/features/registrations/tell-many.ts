import { parseBriefingCode } from '../../domain/briefing/code.js';
import type { RegistrationId } from '../../domain/shared/ids.js';
import type { Outgoing } from '../../domain/shared/ports.js';
import { plusMinutes, type Instant } from '../../domain/shared/time.js';
import type { RegistrationStore } from './ports.js';

/** How many messages leave in one transaction. */
const AT_ONCE = 500;
const A_DAY = 24 * 60;

interface Ports {
  readonly store: RegistrationStore;
}

/** One message for each person with a place or a request, in batches that send one another. */
export const tellAll =
  ({ store }: Ports) =>
  async (input: {
    readonly code: string;
    readonly about: 'briefing-moved' | 'briefing-cancelled';
    readonly revision: number;
    readonly after?: RegistrationId;
  }): Promise<void> => {
    const { about, revision, after } = input;
    const code = parseBriefingCode(input.code);
    if (!code) return;
    const ids = await store.holders(code, {
      statuses: ['confirmed', 'waiting'],
      limit: AT_ONCE,
      ...(after ? { after } : {}),
    });
    const each = about === 'briefing-moved' ? 'registrations.tell-moved' : 'registrations.tell-cancelled';
    const last = ids.length === AT_ONCE ? ids.at(-1) : undefined;
    await store.send([
      ...ids.map((registrationId) => ({ job: each, data: { registrationId, revision } })),
      ...(last ? [{ job: `registrations.${about}`, data: { code, revision, after: last } }] : []),
    ]);
  };

/** Reminds everyone whose briefing starts within a day and who registered before that day began, each once. */
export const remindAll =
  ({ store }: Ports) =>
  async (now: Instant): Promise<void> => {
    const remind = (registrationId: RegistrationId): Outgoing => ({
      job: 'registrations.tell-reminder',
      data: { registrationId },
    });
    for (let claimed = AT_ONCE; claimed === AT_ONCE;) {
      claimed = await store.claimReminders(
        { from: now, to: plusMinutes(now, A_DAY), limit: AT_ONCE },
        remind,
      );
    }
  };
