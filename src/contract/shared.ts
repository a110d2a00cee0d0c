import { z } from 'zod';

/** A briefing's code as people write it: `NW-2027-02`, `nw-2027-02B`; its last letter is small, the others are large. */
export const briefingCode = z
  .string()
  .trim()
  .overwrite((code) => code.slice(0, 10).toUpperCase() + code.slice(10).toLowerCase())
  .regex(/^[A-Z]{2}-\d{4}-\d{2}[a-z]?$/, 'A briefing code looks like NW-2027-02.')
  .describe('Briefing code, for example NW-2027-02');

export const regionId = z.enum([
  'london',
  'north-east',
  'north-west',
  'south-east',
  'south-west',
  'eastern',
  'east-midlands',
  'west-midlands',
  'wales',
  'scotland',
  'northern-ireland',
]);

export const audience = z.enum([
  'elected-official',
  'private-office',
  'faith-leader',
  'parish-councillor',
  'other',
]);

export const language = z.enum(['en', 'cy']);

/** A point in time, ISO 8601 in UTC. */
export const instant = z.string().describe('ISO 8601, UTC');

export const topic = z.object({ title: z.string(), summary: z.string() });

/** The longest message a person may send, in characters. */
export const MESSAGE_LIMIT = 4000;

/** Every refusal: what is wrong and what to do. */
export const problemBody = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});
export type ProblemBody = z.infer<typeof problemBody>;
