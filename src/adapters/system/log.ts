import { pino, type Logger } from 'pino';

/** Fields that must never be written even if somebody passes them. */
const NEVER = [
  'text',
  'name',
  'email',
  'message',
  'body',
  'token',
  'authorization',
  'password',
  'secret',
  'typed',
  'title',
];

/** A logger of ids and codes; whatever could be words or names is struck out. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...NEVER, ...NEVER.map((field) => `*.${field}`)], censor: '[struck out]' },
    formatters: { level: (label) => ({ level: label }) },
  });
}
