import { z } from 'zod';
import { helpLine } from './questions.js';

export const resourceView = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  summary: z.string(),
  url: z.string().nullable(),
  audience: z.array(z.string()),
  topics: z.array(z.string()),
  jurisdiction: z.string(),
  type: z.string(),
  status: z.string(),
  statusNote: z.string().nullable(),
  replacementUrl: z.string().nullable(),
});
export type ResourceView = z.infer<typeof resourceView>;

/** GET /guidance (public): the whole library, lines to call first; the tab searches and filters it. */
export const guidanceView = z.object({
  lines: z.array(helpLine),
  resources: z.array(resourceView),
  facets: z.object({
    audience: z.array(z.object({ value: z.string(), count: z.number() })),
    topic: z.array(z.object({ value: z.string(), count: z.number() })),
    jurisdiction: z.array(z.object({ value: z.string(), count: z.number() })),
    type: z.array(z.object({ value: z.string(), count: z.number() })),
  }),
});
export type GuidanceView = z.infer<typeof guidanceView>;
