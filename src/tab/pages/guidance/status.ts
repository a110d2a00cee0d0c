import type { ResourceView } from '../../../contract/guidance.js';
import type { Text } from '../../text/en.js';

export interface StatusWords {
  readonly words: string;
  readonly colour: 'warning' | 'danger' | 'informative';
}

const COLOURS: Readonly<Record<keyof Text['guidance']['status'], StatusWords['colour']>> = {
  moved: 'informative',
  superseded: 'warning',
  retired: 'danger',
  seasonal: 'informative',
  restricted: 'warning',
  changed: 'informative',
};

/** The short word on an entry that is not simply current, or null. */
export function statusOf(text: Text, resource: ResourceView): StatusWords | null {
  if (!(resource.status in COLOURS)) return null;
  const status = resource.status as keyof Text['guidance']['status'];
  const word = text.guidance.status[status];
  const words = resource.replacementUrl === null ? word : text.guidance.statusUse(word);
  return { words, colour: COLOURS[status] };
}
