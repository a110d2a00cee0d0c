import { z } from 'zod';
import { audience, language, regionId } from './shared.js';

/** GET /me (person): only ever the caller. */
export const meView = z.object({
  name: z.string(),
  email: z.string().nullable(),
  audience,
  language,
  area: z
    .object({
      kind: z.enum(['postcode', 'council', 'constituency']),
      name: z.string(),
      force: z.string(),
      forceName: z.string(),
      region: regionId,
      regionName: z.string(),
    })
    .nullable(),
  /** The local team that gets this person's specific questions. */
  team: z.object({ name: z.string(), note: z.string() }).nullable(),
});
export type MeView = z.infer<typeof meView>;

/** PUT /me (person) */
export const meChange = z.object({
  audience: audience.optional(),
  language: language.optional(),
});

/** PUT /me/area (person) */
export const areaChange = z.object({
  area: z.string().trim().min(1, 'Please give a postcode, council or constituency.').max(120),
});
export const areaReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), me: meView, message: z.string() }),
  /** The place spans two forces, has two meanings or is unknown: `message` says what would settle it. */
  z.object({ kind: z.literal('ask'), message: z.string(), suggestions: z.array(z.string()) }),
]);
export type AreaReply = z.infer<typeof areaReply>;

/** DELETE /me (person): forget me. */
export const forgottenReply = z.object({ message: z.string() });
