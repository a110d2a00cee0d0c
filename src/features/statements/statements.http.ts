import { z } from 'zod';
import { mayCoordinate } from '../../domain/shared/policy.js';
import { problem, route, type HttpFeature } from '../../http/kit.js';
import type { ReturningForce } from './ports.js';
import { readReturn } from './quarterly-return.js';
import { returnFile } from './return-file.js';
import type { StatementsUseCases } from './use-cases.js';

const params = z.object({
  force: z.string().max(60).describe('A force’s id, for example greater-manchester'),
  quarter: z.string().max(10).describe('For example 2027-Q1'),
});

/** GET /returns/:force/:quarter. */
export const statementsHttp = (
  useCases: StatementsUseCases,
  forces: readonly ReturningForce[],
): HttpFeature => ({
  routes: [
    route({
      method: 'get',
      path: '/returns/:force/:quarter',
      summary: 'The quarterly figures of a force as comma-separated values, for a coordinator.',
      caller: 'person',
      params,
      reply: z.string(),
      async run({ person, params: { force, quarter }, now }) {
        if (!mayCoordinate(person)) {
          return problem(
            'forbidden',
            'Only a national coordinator can read the returns. Ask your regional lead.',
          );
        }
        const wanted = readReturn(`${force} ${quarter}`, forces);
        if (wanted.kind === 'problem') return problem('not_found', wanted.problem);
        const made = await useCases.makeReturn({ ...wanted.input, now });
        return {
          kind: 'file',
          contentType: 'text/csv; charset=utf-8',
          fileName: `return-${made.force.id}-${made.quarter.name}.csv`,
          content: returnFile(made),
        };
      },
    }),
  ],
});
