import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * Begins a statement that a server is to plan once a connection and then only run. For statements of the common path
 * whose text never varies and whose columns are named one by one: with `*` a new column would break those in use.
 */
export const PREPARED = '/* prepared */';

const names = new Map<string, string>();

/** A connection that prepares what begins with `PREPARED`. */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // The query under way fails by itself; the pool listens while the connection is idle, nobody while it is in use,
    // and an error that nobody hears would end the process.
    this.on('error', () => undefined);
  }

  // The driver's declaration has nine overloads; only what is asked for by text and values is looked at here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...given: any[]): any {
    const [text, values, ...rest] = given as unknown[];
    const query = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof text !== 'string' || !text.startsWith(PREPARED) || !Array.isArray(values))
      return query(...(given as unknown[]));
    return query({ name: nameOf(text), text, values }, ...rest);
  }
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `desk_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
