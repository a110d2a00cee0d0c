import { z } from 'zod';
import { problemBody } from '../contract/shared.js';
import type { AnyRoute, AnyStream, Caller } from './kit.js';

const SECURITY: Readonly<Record<Caller, readonly object[]>> = {
  public: [],
  person: [{ tabToken: [] }, { personalLink: [] }],
  team: [{ personalLink: [] }],
};

/** The description of every operation under `/api/v1`, made of the schemas that validate. */
export function openApi(routes: readonly AnyRoute[], streams: readonly AnyStream[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  const add = (path: string, method: string, operation: object): void => {
    const key = path.replace(/:(\w+)/g, '{$1}');
    paths[key] = { ...paths[key], [method]: operation };
  };
  for (const route of routes) add(route.path, route.method, operationOf(route));
  for (const stream of streams) {
    add(stream.path, 'get', {
      summary: stream.summary,
      security: SECURITY.person,
      parameters: parametersOf(stream.params, 'path'),
      responses: {
        '200': { description: 'Server-sent events', content: { 'text/event-stream': {} } },
        ...refusals,
      },
    });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Briefing Desk',
      version,
      description: 'What the tab and the personal pages speak with the server.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: {
        tabToken: { type: 'http', scheme: 'bearer', description: 'Single sign-on token of the Teams tab.' },
        personalLink: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Link <token>` from a personal link.',
        },
      },
    },
  };
}

const json = (schema: z.ZodType, io: 'input' | 'output'): object => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) },
});

const refusals = {
  default: { description: 'A refusal that says what to do', content: json(problemBody, 'output') },
};

function operationOf(route: AnyRoute): object {
  const { params, query, body, reply } = route.schemas;
  return {
    summary: route.summary,
    security: SECURITY[route.caller],
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
    responses: { '200': { description: 'Done', content: json(reply, 'output') }, ...refusals },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return [];
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(described.properties ?? {}).map(([name, entry]) => ({
    name,
    in: place,
    required: place === 'path' || (described.required ?? []).includes(name),
    schema: entry,
  }));
}
