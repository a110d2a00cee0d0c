import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import type { ForceId } from '../../../domain/shared/ids.js';
import type { ForceContacts, ForceLoad } from '../ports.js';
import template from './counts.card.json' with { type: 'json' };

interface Cell {
  readonly value: string;
  readonly color: string;
  readonly weight: string;
}

const render = cardFrom<{
  title: string;
  summary: string;
  note: string;
  verb: string;
  columns: readonly { name: string }[];
  rows: readonly { force: string; cells: readonly Cell[] }[];
  page: number;
  hasPrevious: boolean;
  hasNext: boolean;
}>(template);

export const FORCES_A_PAGE = 10;

interface View {
  readonly page: number;
  readonly forceName: (force: ForceId) => string;
}

/** How the forces stand with their referrals: counts alone. */
export function loadsCard(loads: readonly ForceLoad[], view: View): AdaptiveCard {
  const late = sum(loads.map(({ contactLate }) => contactLate));
  const open = sum(loads.map((load) => load.open));
  return table(loads, view, {
    title: 'Referrals',
    summary: `${String(open)} open · ${late === 0 ? '✓ no contact overdue' : `⚠ contact overdue in ${String(late)}`}`,
    note: 'Overdue: not confirmed within one working day, or no contact within three. Who asked and what is for the local team alone.',
    verb: 'referrals/summary',
    columns: ['Open', 'Not confirmed', 'No contact'],
    cells: (load) => [plain(String(load.open)), alarming(load.acknowledgeLate), alarming(load.contactLate)],
  });
}

/** How many people have heard from their local team: counts alone, small ones veiled. */
export function contactsCard(contacts: readonly ForceContacts[], view: View): AdaptiveCard {
  return table(contacts, view, {
    title: 'Contact with local teams',
    summary: 'How many of your people the local Inspector or adviser has been in touch with',
    note: 'Counts below five are shown as “fewer than 5”, so that nobody can be told from them.',
    verb: 'referrals/contacts',
    columns: ['Contact made', 'None yet'],
    cells: ({ withContact, without }) => [plain(veiled(withContact)), plain(veiled(without))],
  });
}

/** A count that nobody can be recognised from. */
export const veiled = (count: number): string => (count < 5 ? 'fewer than 5' : String(count));

function table<Row extends { readonly force: ForceId }>(
  all: readonly Row[],
  { page: wanted, forceName }: View,
  words: {
    readonly title: string;
    readonly summary: string;
    readonly note: string;
    readonly verb: string;
    readonly columns: readonly string[];
    readonly cells: (row: Row) => readonly Cell[];
  },
): AdaptiveCard {
  const { cells, columns, ...rest } = words;
  const pages = Math.max(1, Math.ceil(all.length / FORCES_A_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = all.slice((page - 1) * FORCES_A_PAGE, page * FORCES_A_PAGE);
  return render({
    ...rest,
    columns: columns.map((name) => ({ name })),
    rows: shown.map((row) => ({ force: forceName(row.force), cells: cells(row) })),
    page,
    hasPrevious: page > 1,
    hasNext: page < pages,
  });
}

const plain = (value: string): Cell => ({ value, color: 'Default', weight: 'Default' });

const alarming = (count: number): Cell =>
  count === 0 ? plain('0') : { value: `⚠ ${String(count)}`, color: 'Attention', weight: 'Bolder' };

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
