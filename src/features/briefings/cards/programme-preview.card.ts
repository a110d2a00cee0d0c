import { cardFrom } from '../../../bot/card.js';
import type { PlannedSession, ProgrammePlan } from '../../../domain/briefing/schedule-plan.js';
import { capital, dateInWords, listInWords, timesInWords } from '../../../domain/briefing/words.js';
import { regionById } from '../../../domain/shared/region.js';
import type { Badge } from './status-words.js';
import template from './programme-preview.card.json' with { type: 'json' };

interface Data {
  speak: string;
  regionName: string;
  subtitle: string;
  times: string;
  summary: string;
  presenters: string;
  unused: string;
  draft: string;
  confirmTitle: string;
  notes: readonly { note: string }[];
  sessions: readonly {
    date: string;
    code: string;
    badges: readonly Badge[];
    sentences: readonly { sentence: string }[];
  }[];
}

const render = cardFrom<Data>(template);

/** A programme before it is confirmed: its dates, and what speaks against each. */
export function programmePreviewCard(
  draft: string,
  plan: Extract<ProgrammePlan, { kind: 'plan' }>,
  unused = '',
): ReturnType<typeof render> {
  const { region, year, nth, weekday, presenters } = plan.request;
  const { name } = regionById(region);
  const fresh = plan.sessions.filter((session) => session.kind === 'new');
  const clashing = plan.sessions.filter((session) => session.clashes.length > 0).length;
  const first = plan.sessions[0];
  const times = first ? `${timesInWords(first)} (London time, summer and winter)` : '';
  const made =
    fresh.length === 0
      ? 'Everything is planned already; nothing is left to make.'
      : `${briefings(fresh.length)} will be made.`;
  const summary = `${made} ${clashing === 0 ? 'No clashes found.' : `Please check ${clashing === 1 ? 'one date' : `${String(clashing)} dates`} marked below.`}`;
  return render({
    speak: `${name}, programme ${String(year)}. ${summary}`,
    regionName: name,
    subtitle: `Programme ${String(year)} · ${nth} ${capital(weekday)} of the month`,
    times,
    summary,
    presenters:
      presenters.length > 0
        ? listInWords(presenters)
        : 'None yet. Add one later with: presenter <code> add <email>',
    unused,
    draft,
    confirmTitle: confirmTitle(fresh.length),
    notes: plan.notes.map((note) => ({ note })),
    sessions: plan.sessions.map(rowOf),
  });
}

/** Empty where there is nothing to confirm: then the card has no such button. */
function confirmTitle(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'Confirm one briefing' : `Confirm ${String(count)} briefings`;
}

function rowOf(session: PlannedSession): Data['sessions'][number] {
  return {
    date: dateInWords(session.date),
    code: session.kind === 'passed' ? 'left out' : session.code,
    badges: badgesOf(session),
    sentences: session.clashes.map(({ sentence }) => ({ sentence })),
  };
}

function badgesOf(session: PlannedSession): readonly Badge[] {
  if (session.kind === 'passed') return [{ mark: '–', label: 'Has passed', color: 'Default' }];
  if (session.kind === 'already') return [{ mark: '✓', label: 'Already planned', color: 'Accent' }];
  if (session.clashes.length === 0) return [{ mark: '✓', label: 'Free', color: 'Good' }];
  const labels = [...new Set(session.clashes.map((clash) => clash.label))];
  return labels.map((label) => ({ mark: '⚠', label, color: 'Warning' }));
}

const briefings = (count: number): string =>
  count === 0
    ? 'No briefing'
    : count === 1
      ? 'One briefing'
      : count === 7
        ? 'Seven briefings'
        : `${String(count)} briefings`;
