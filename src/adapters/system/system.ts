import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from '../../domain/shared/ports.js';
import { toInstant } from '../../domain/shared/time.js';

export const systemClock: Clock = { now: () => toInstant(new Date()) };

export const systemIds: Ids = { uuid: randomUUID };
