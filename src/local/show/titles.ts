import type { CardContent } from '../connector/types.js';
import type { GraphCall } from './graph-call.js';

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

const CODE = /\b[A-Z]{1,4}-\d{4}-\d{2}[a-z]?\b/;

/** What a Graph request does, in plain words, with the briefing it is about where that is known. */
export function titleOfGraph(call: Pick<GraphCall, 'method' | 'path' | 'about'>): string {
  const path = call.path.split('?')[0] ?? call.path;
  const words = GRAPH.find(([method, pattern]) => method === call.method && pattern.test(path))?.[2];
  const title = words ?? 'Graph request';
  const about = CODE.exec(call.about ?? '')?.[0] ?? call.about;
  return about === undefined ? title : `${about}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

const SHORT = 16;

/** The first words of a card; where they are few, such as a region's name, the next with them. */
export function titleOfCard(card: CardContent): string {
  const [first = 'Card', second] = texts(card);
  return first.length < SHORT && second !== undefined ? `${first}: ${second}`.slice(0, 120) : first;
}

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const { text, body, items, columns, inlines } = value as Record<string, unknown>;
  if (typeof text === 'string' && text.trim()) return [text.replace(/[*_#]/g, '').slice(0, 120)];
  return texts(body ?? items ?? columns ?? inlines);
}
