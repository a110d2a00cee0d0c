import restify, { type RequestHandler } from 'restify';

/** Steps that read a JSON body of at most that size; anything else is refused before it is read. */
export function jsonBody(limitBytes: number): RequestHandler[] {
  const options = {
    mapParams: false,
    maxBodySize: limitBytes,
    reviver: (_key: string, value: unknown) => storable(value),
  }; // the size is passed to the reader; the SDK's type leaves it out
  return [jsonOnly, ...[restify.plugins.jsonBodyParser(options)].flat()];
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as the database can keep it: without the control characters and half characters that nobody types. */
export const storable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(CONTROL, '').toWellFormed() : value;

const jsonOnly: RequestHandler = (request, response, next) => {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  const isPacked = request.headers['content-encoding'] !== undefined; // a small packed body may be a huge one
  if (!hasBody || (isJson && !isPacked)) {
    next();
    return;
  }
  const message = 'Send JSON, not compressed, with Content-Type application/json.';
  response.writeHead(415, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ error: { code: 'wrong_content_type', message } }));
  next(false);
};
