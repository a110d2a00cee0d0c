import type { CardContent } from '../connector/types.js';
import type { GraphCall } from './feed.js';

const GRAPH: readonly (readonly [method: string, path: RegExp, words: string])[] = [
  ['POST', /\/events$/, 'Meeting put in the calendar'],
  ['PATCH', /\/events\/[^/]+$/, 'Meeting moved or changed'],
  ['POST', /\/events\/[^/]+\/cancel$/, 'Meeting cancelled'],
  ['GET', /\/events(\/[^/]+)?$/, 'Meeting read back'],
  ['GET', /\/onlineMeetings$/, 'Online meeting looked up'],
  ['GET', /\/onlineMeetings\/[^/]+$/, 'Lobby and chat settings read back'],
  ['PATCH', /\/onlineMeetings\/[^/]+$/, 'Lobby, presenter and chat settings set'],
  ['GET', /attendanceReports/, 'Attendance report asked for'],
  ['POST', /\/sendMail$/, 'Mail handed over'],
  ['POST', /\/\$batch$/, 'Several requests in one'],
];

/** What a Graph request does, in plain words, with the meeting's subject where it names one. */
export function titleOfGraph(call: Pick<GraphCall, 'method' | 'path' | 'body'>): string {
  const path = call.path.split('?')[0] ?? call.path;
  const words = GRAPH.find(([method, pattern]) => method === call.method && pattern.test(path))?.[2];
  const subject = (call.body as { subject?: unknown } | null | undefined)?.subject;
  const title = words ?? 'Graph request';
  return typeof subject === 'string' ? `${title}: ${subject}` : title;
}

/** The first words of a card. */
export function titleOfCard(card: CardContent): string {
  return firstText(card) ?? 'Card';
}

function firstText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(firstText).find((text) => text !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, body, items, columns, inlines } = value as Record<string, unknown>;
  if (typeof text === 'string' && text.trim()) return text.replace(/[*_#]/g, '').slice(0, 120);
  return firstText(body ?? items ?? columns ?? inlines);
}
