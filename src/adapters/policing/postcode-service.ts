import { z } from 'zod';
import type { AreaDecision } from '../../domain/routing/area.js';
import { placeArea } from '../../domain/routing/area.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import { postcodeToLookUp, settlePostcode } from '../../domain/routing/settle-postcode.js';
import type { PostcodeLookup, PostcodeService } from '../../domain/routing/settle-postcode.js';
import { FORCES } from './area-directory.js';

export interface PostcodeServiceSettings {
  /** For example `http://postcodes:8000`; a path in it is kept. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Milliseconds until the service counts as unavailable; 2,000 unless told. */
  readonly timeout?: number;
}

const found = z.object({
  result: z.object({
    admin_district: z.string().nullable(),
    parliamentary_constituency_2024: z.string().nullable(),
    codes: z.object({ pfa: z.string().nullable() }),
  }),
});
const missing = z.object({ error: z.string(), terminated: z.unknown().optional() });

/**
 * Our force of each police force area code: `E23…` and `W15…` of the ONS register, and the stand-ins that postcode
 * directories use for Scotland (`S23000009`) and Northern Ireland (`N99999999`).
 */
const FORCE_BY_PFA = new Map(FORCES.map((force) => [force.pfa, force.id]));

/** A postcode service that speaks to a server of the postcodes.io kind. */
export function createPostcodeService(settings: PostcodeServiceSettings): PostcodeService {
  const base = settings.baseUrl.replace(/\/+$/, '');
  return {
    async lookup(postcode) {
      try {
        const signal = AbortSignal.timeout(settings.timeout ?? 2000);
        const url = `${base}/postcodes/${encodeURIComponent(postcode)}`;
        const response = await settings.fetch(url, { signal, headers: { accept: 'application/json' } });
        return lookupOf(response.status, await response.json());
      } catch {
        // A refused connection, a time-out or a body that is no JSON: the person is asked for the council instead.
        return { kind: 'unavailable' };
      }
    },
  };
}

function lookupOf(status: number, body: unknown): PostcodeLookup {
  if (status === 200) return foundOf(body);
  if (status === 410) return { kind: 'terminated' };
  const answer = missing.safeParse(body);
  if (status !== 404 || !answer.success || !/postcode/i.test(answer.data.error))
    return { kind: 'unavailable' };
  return answer.data.terminated === undefined ? { kind: 'unknown' } : { kind: 'terminated' };
}

function foundOf(body: unknown): PostcodeLookup {
  const answer = found.safeParse(body);
  if (!answer.success) return { kind: 'unavailable' };
  const {
    admin_district: council,
    parliamentary_constituency_2024: constituency,
    codes,
  } = answer.data.result;
  const force = FORCE_BY_PFA.get(codes.pfa ?? '');
  if (force === undefined) return { kind: 'unknown' };
  return { kind: 'found', force, council: council ?? '', constituency: constituency ?? '' };
}

/** Places a typed area and, for a postcode of a shared district, asks the service if there is one. */
export async function locateArea(
  input: string,
  directory: AreaDirectory,
  service?: PostcodeService,
): Promise<AreaDecision> {
  const decision = placeArea(input, directory);
  const postcode = postcodeToLookUp(decision);
  if (postcode === undefined || service === undefined) return decision;
  return settlePostcode(decision, await service.lookup(postcode), directory);
}
