import { guidanceView } from '../../contract/guidance.js';
import { route, type HttpFeature } from '../../http/kit.js';
import type { GuidanceUseCases } from './use-cases.js';

/** GET /guidance. */
export const guidanceHttp = (useCases: GuidanceUseCases): HttpFeature => ({
  routes: [
    route({
      method: 'get',
      path: '/guidance',
      summary: 'The guidance library, lines to call first.',
      caller: 'public',
      reply: guidanceView,
      run: () => Promise.resolve({ kind: 'ok', body: useCases.libraryView() }),
    }),
  ],
});
