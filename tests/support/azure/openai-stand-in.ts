import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson, startAnsweringServer } from '../policing/answering-server.js';
import recorded from './exchanges.json' with { type: 'json' };

export type ExchangeName = keyof typeof recorded;

/** How a stand-in is to answer; `silence` never does, `slow` after `delay` milliseconds. */
type Answer = ExchangeName | 'silence';

export const KEY = 'a-key-of-the-stand-in';
export const DEPLOYMENT = 'triage';

/** A request as it came, once it was found good. */
export interface Taken {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  readonly text: string;
}

export interface OpenAiStandIn {
  readonly endpoint: string;
  /** Everything that was taken, and everything that was refused with why. */
  readonly taken: readonly Taken[];
  readonly refused: readonly string[];
  /** The most that were being answered at one time. */
  readonly most: () => number;
  answerWith(answer: Answer, delay?: number): void;
  close(): Promise<void>;
}

export const exchange = (name: ExchangeName): (typeof recorded)[ExchangeName] => recorded[name];

/** A local server that answers chat completions with recorded answers, and refuses what Azure OpenAI would refuse. */
export async function startOpenAi(): Promise<OpenAiStandIn> {
  const taken: Taken[] = [];
  const refused: string[] = [];
  let answer: Answer = 'agrees';
  let delay = 0;
  let now = 0;
  let most = 0;
  const server = await startAnsweringServer((request, response) => {
    void textOf(request).then((text) => {
      const refusal = refusalOf(request, text);
      if (refusal) {
        refused.push(refusal.message);
        return sendJson(response, refusal.status, { error: refusal });
      }
      const body = JSON.parse(text) as Record<string, unknown>;
      taken.push({ path: request.url ?? '', headers: request.headers, body, text });
      now += 1;
      most = Math.max(most, now);
      const timer = setTimeout(() => {
        reply(response, answer);
      }, delay);
      response.on('close', () => {
        now -= 1;
        clearTimeout(timer);
      });
    });
  });
  return {
    endpoint: server.baseUrl,
    taken,
    refused,
    most: () => most,
    answerWith(next, wait = 0) {
      answer = next;
      delay = wait;
    },
    close: server.close,
  };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'silence') return;
  const { status, headers, body } = recorded[answer].response;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

interface Refusal {
  readonly status: number;
  readonly code: string | null;
  readonly message: string;
}

/** Generally available versions that take a schema for the answer. */
const VERSIONS = ['2024-10-21'];

/** Fields of the request that the service's own reference lists for that version. */
const FIELDS = new Set(
  `messages model temperature top_p stream stop max_tokens max_completion_tokens presence_penalty frequency_penalty
logit_bias user n seed logprobs top_logprobs response_format tools tool_choice parallel_tool_calls functions
function_call data_sources stream_options`.split(/\s+/),
);

function refusalOf(request: IncomingMessage, text: string): Refusal | undefined {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const route = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/.exec(pathname);
  if (!route || request.method !== 'POST' || !VERSIONS.includes(searchParams.get('api-version') ?? ''))
    return { status: 404, code: '404', message: 'Resource not found' };
  const bearer = request.headers.authorization === `Bearer ${KEY}`;
  if (request.headers['api-key'] !== KEY && !bearer)
    return { status: 401, code: '401', message: 'Access denied due to invalid subscription key' };
  if (request.headers['api-key'] !== undefined && request.headers.authorization !== undefined)
    return { status: 401, code: '401', message: 'Two credentials' };
  if (route[1] !== DEPLOYMENT)
    return { status: 404, code: 'DeploymentNotFound', message: 'The API deployment does not exist' };
  if (!request.headers['content-type']?.startsWith('application/json'))
    return { status: 415, code: null, message: 'Unsupported content type' };
  return bodyRefusal(text);
}

function bodyRefusal(text: string): Refusal | undefined {
  const bad = (message: string): Refusal => ({ status: 400, code: null, message });
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return bad('The body is not JSON');
  }
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name));
  if (unknown) return bad(`Unrecognized request argument supplied: ${unknown}`);
  const messages = body['messages'];
  if (!Array.isArray(messages) || messages.length === 0) return bad('messages is missing');
  for (const message of messages as Record<string, unknown>[]) {
    const strange = Object.keys(message).find((name) => !['role', 'content', 'name'].includes(name));
    if (strange) return bad(`Unrecognized field in a message: ${strange}`);
    if (!['system', 'user', 'assistant'].includes(message['role'] as string)) return bad('Invalid role');
    if (typeof message['content'] !== 'string') return bad('Invalid content');
  }
  return schemaRefusal(body['response_format']);
}

/** What a strict schema may hold: every property required, nothing besides, no limits. */
function schemaRefusal(format: unknown): Refusal | undefined {
  const bad = (message: string): Refusal => ({ status: 400, code: null, message });
  if (format === undefined) return undefined;
  const { type, json_schema: wrapped } = format as { type?: string; json_schema?: Record<string, unknown> };
  if (type !== 'json_schema' || !wrapped) return bad('Invalid response_format');
  const strange = Object.keys(wrapped).find(
    (name) => !['name', 'strict', 'schema', 'description'].includes(name),
  );
  if (strange) return bad(`Unrecognized field in json_schema: ${strange}`);
  if (!/^[\w-]{1,64}$/.test(String(wrapped['name']))) return bad('Invalid name of the schema');
  const schema = wrapped['schema'] as {
    properties: Record<string, object>;
    required?: string[];
    additionalProperties?: boolean;
  };
  if (wrapped['strict'] !== true) return undefined;
  if (schema.additionalProperties !== false) return bad("'additionalProperties' is required to be false");
  if (Object.keys(schema.properties).some((name) => !schema.required?.includes(name)))
    return bad("'required' must include every key in properties");
  const limited = Object.values(schema.properties).some((property) =>
    Object.keys(property).some((word) =>
      ['minimum', 'maximum', 'pattern', 'format', 'minLength'].includes(word),
    ),
  );
  return limited ? bad('A keyword of the schema is not permitted') : undefined;
}
