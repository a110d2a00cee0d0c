import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { whenInWords } from '../../../domain/briefing/words.js';
import { countInWords } from '../../../domain/registration/privacy.js';
import type { OfferedBriefing, RegistrationStatus } from '../../../domain/registration/registration.js';
import { regionById } from '../../../domain/shared/region.js';
import template from './attendance.card.json' with { type: 'json' };

const render = cardFrom<{
  title: string;
  when: string;
  facts: readonly { title: string; value: string }[];
  note: string;
}>(template);

/** How many have registered, wait and have withdrawn; small numbers are not told apart. */
export const attendanceCard = (
  briefing: OfferedBriefing,
  counts: Readonly<Record<RegistrationStatus, number>>,
): AdaptiveCard =>
  render({
    title: `Attendance of ${briefing.code}, ${regionById(briefing.region).name}`,
    when: whenInWords(briefing),
    facts: [
      { title: 'Registered', value: countInWords(counts.confirmed) },
      { title: 'Waiting for approval', value: countInWords(counts.waiting) },
      { title: 'Withdrawn', value: countInWords(counts.withdrawn) },
    ],
    note: 'These are registrations. The attendance reports of Teams are not read yet, so who came is not counted here.',
  });
