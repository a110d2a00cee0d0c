import { z } from 'zod';
import { brand, type ForceId } from '../../domain/shared/ids.js';
import type { Pace } from './pace.js';

/** What became of a request to the police directory. */
export type PoliceAnswer<Value> =
  | { readonly kind: 'found'; readonly value: Value }
  /** Not covered (all of Scotland, the sea) or no longer there: neighbourhood ids change with every restructure. */
  | { readonly kind: 'not-found' }
  /** Too many requests (429): try again later. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'unavailable' };

/** A neighbourhood's force and id. Ids keep their case: `AB12` is one, `ab12` is none. */
export interface NeighbourhoodRef {
  readonly force: ForceId;
  readonly neighbourhood: string;
}

/** A neighbourhood policing team as its force publishes it. Officers' own data is never read. */
export interface Neighbourhood {
  readonly id: string;
  readonly name: string;
  readonly page: string | undefined;
  readonly telephone: string | undefined;
  readonly email: string | undefined;
}

export interface PoliceApi {
  /** The neighbourhood at a point. Covers England, Wales and Northern Ireland only. */
  neighbourhoodAt(latitude: number, longitude: number): Promise<PoliceAnswer<NeighbourhoodRef>>;
  /** One neighbourhood. Throws a RangeError for an id that would leave the path (empty, `.`, `..`, or with a slash). */
  neighbourhood(force: ForceId, id: string): Promise<PoliceAnswer<Neighbourhood>>;
}

export interface PoliceApiSettings {
  /** For example `https://data.police.uk/api`. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** The documented limit is 15 requests a second with a burst of 30: `createPace(15, 30, clock)`. */
  readonly pace: Pace;
  /** Milliseconds until the directory counts as unavailable; 5,000 unless told. */
  readonly timeout?: number;
}

const located = z.object({ force: z.string().min(1), neighbourhood: z.string().min(1) });
const team = z.object({
  id: z.string(),
  name: z.string(),
  url_force: z.string().nullish(),
  contact_details: z.object({ telephone: z.string().nullish(), email: z.string().nullish() }).default({}),
});

/** A client of the police directory at data.police.uk, or of a server that answers like it. */
export function createPoliceApi(settings: PoliceApiSettings): PoliceApi {
  return {
    async neighbourhoodAt(latitude, longitude) {
      const answer = await read(settings, `/locate-neighbourhood?q=${latitude},${longitude}`, located);
      return mapped(answer, (row) => ({
        force: brand<ForceId>(row.force),
        neighbourhood: row.neighbourhood,
      }));
    },
    async neighbourhood(force, id) {
      const path = `/${safeSegment(force)}/${safeSegment(id)}`;
      return mapped(await read(settings, path, team), neighbourhoodOf);
    },
  };
}

function neighbourhoodOf(row: z.infer<typeof team>): Neighbourhood {
  return {
    id: row.id,
    name: plainText(row.name),
    page: row.url_force || undefined,
    telephone: row.contact_details.telephone || undefined,
    email: row.contact_details.email || undefined,
  };
}

function safeSegment(segment: string): string {
  if (/^\.{0,2}$/.test(segment) || /[/\\]/.test(segment))
    throw new RangeError(`no id of the police directory: ${segment}`);
  return encodeURIComponent(segment);
}

async function read<Value>(
  settings: PoliceApiSettings,
  path: string,
  schema: z.ZodType<Value>,
): Promise<PoliceAnswer<Value>> {
  await settings.pace();
  try {
    const signal = AbortSignal.timeout(settings.timeout ?? 5000);
    const response = await settings.fetch(`${settings.baseUrl.replace(/\/+$/, '')}${path}`, { signal });
    if (response.status !== 200) {
      await response.body?.cancel();
      return { kind: refusalOf(response.status) };
    }
    const body = schema.safeParse(await response.json());
    return body.success ? { kind: 'found', value: body.data } : { kind: 'unavailable' };
  } catch {
    // A refused connection, a time-out or a body that is no JSON.
    return { kind: 'unavailable' };
  }
}

function refusalOf(status: number): 'not-found' | 'busy' | 'unavailable' {
  if (status === 404) return 'not-found';
  return status === 429 ? 'busy' : 'unavailable';
}

function mapped<From, To>(answer: PoliceAnswer<From>, map: (value: From) => To): PoliceAnswer<To> {
  return answer.kind === 'found' ? { kind: 'found', value: map(answer.value) } : answer;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&#039;': "'",
  '&#39;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** Names may come with HTML entities; each is turned once, so that nothing is decoded twice. */
function plainText(text: string): string {
  return text.replace(/&(#0?39|quot|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
