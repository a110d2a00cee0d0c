import { z } from 'zod';

const key = z.string().min(1).max(60);

/** POST /local/api/say */
export const sayRequest = z.object({
  person: key,
  conversationId: z.string().min(1).max(300),
  text: z.string().trim().min(1, 'Type something first.').max(20_000),
  mention: z.boolean().default(false),
});

/** POST /local/api/click */
export const clickRequest = z.object({
  person: key,
  conversationId: z.string().min(1).max(300),
  messageId: z.string().min(1).max(60),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().max(200).optional(),
    verb: z.string().max(200).optional(),
    title: z.string().max(400).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** POST /local/api/clock: to a moment, or to the start of the next briefing, of one region where that is given. */
export const clockRequest = z.union([
  z.object({ to: z.iso.datetime() }),
  z.object({ nextBriefing: z.literal(true), code: z.string().max(20).optional() }),
]);

/** POST /local/api/token */
export const tokenRequest = z.object({ person: key });

/** POST /local/api/install */
export const installRequest = z.object({ person: key, action: z.enum(['add', 'remove']).default('add') });

/** POST /local/api/join */
export const joinRequest = z.object({ person: key, meetingId: z.string().min(1).max(300) });
