import { ConfigError } from '../config.js';
import { EngineInUse } from '../adapters/postgres/embedded.js';

const AWAY = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P03',
  '53300',
];
const REFUSED = ['28P01', '28000', '3D000'];

/** What went wrong with the world of a command, for its operator; says what to do. */
export function explainFailure(cause: unknown): string {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (cause instanceof ConfigError) return cause.message;
  if (cause instanceof EngineInUse)
    return `Another process (${String(cause.owner.pid)}) has the database open. Please try again in a moment.`;
  if (AWAY.includes(code) || /timeout exceeded when trying to connect|Connection terminated/i.test(message)) {
    return 'The database cannot be reached. Check DATABASE_URL and that the server runs.';
  }
  if (REFUSED.includes(code)) return `The database refused: ${message}. Check DATABASE_URL.`;
  const { cause: deeper } = cause as { cause?: unknown };
  if (deeper !== undefined && deeper !== null) return explainFailure(deeper);
  return `This failed: ${(message || 'for an unknown reason').replace(/\.$/, '')}.`;
}
