import type { TriageBriefing } from '../../../src/domain/question/triage.js';

/** A briefing on post and the home; override what a test is about. */
export function aBriefing(overrides: Partial<TriageBriefing> = {}): TriageBriefing {
  return {
    id: 'post-and-home',
    title: 'Post, parcels and the home',
    audience: ['elected officials'],
    topics: [
      {
        title: 'Suspicious parcels and letters',
        summary: 'Signs to look for, what not to touch, whom to call, powders.',
      },
      {
        title: 'Locks, lights and cameras at home',
        summary: 'Doors and windows, alarms, video doorbells, callers at the door.',
      },
    ],
    ...overrides,
  };
}
