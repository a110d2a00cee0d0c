import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { whenInWords } from '../../../domain/briefing/words.js';
import type { Person } from '../../../domain/shared/person.js';
import { regionById, type RegionId } from '../../../domain/shared/region.js';
import type { Place } from '../ports.js';
import { canRegister, canWithdraw, joinUrlOf, placeBadge, type PlaceBadge } from './place-badge.js';
import template from './places.card.json' with { type: 'json' };

export const PLACES_PAGE = 10;

export type PlacesList = 'coming' | 'mine';

export interface PlacesLook {
  readonly list: PlacesList;
  /** From 1. */
  readonly page: number;
  readonly region?: RegionId;
  readonly notice?: string;
  readonly person: Pick<Person, 'area'>;
}

interface Target {
  readonly list: PlacesList;
  readonly page: string;
  readonly region: string;
}

type Row = Omit<PlaceBadge, 'label'> &
  Target & {
    code: string;
    when: string;
    where: string;
    label: string;
    joinUrl: string;
    verb: string;
    act: string;
  };

interface Data {
  title: string;
  summary: string;
  notice: string;
  hint: string;
  rows: readonly Row[];
  buttons: readonly (Target & { title: string })[];
}

const render = cardFrom<Data>(template);

/** Briefings with the person's own place in each, ten a page; one click registers or withdraws. */
export function placesCard(places: readonly Place[], look: PlacesLook): AdaptiveCard {
  const pages = Math.max(1, Math.ceil(places.length / PLACES_PAGE));
  const page = Math.min(Math.max(1, look.page), pages);
  const target = (to: number, list: PlacesList = look.list): Target => ({
    list,
    page: String(to),
    region: list === look.list ? (look.region ?? '') : '',
  });
  const other = look.list === 'mine' ? 'coming' : 'mine';
  return render({
    ...headOf(places, look),
    notice: look.notice ?? '',
    rows: places
      .slice((page - 1) * PLACES_PAGE, page * PLACES_PAGE)
      .map((place) => ({ ...rowOf(place, look), ...target(page) })),
    buttons: [
      ...(page > 1 ? [{ title: 'Previous', ...target(page - 1) }] : []),
      ...(page < pages
        ? [{ title: `Next (page ${String(page + 1)} of ${String(pages)})`, ...target(page + 1) }]
        : []),
      { title: other === 'mine' ? 'My briefings' : 'All coming briefings', ...target(1, other) },
    ],
  });
}

function rowOf(place: Place, { person, list }: PlacesLook): Omit<Row, keyof Target> {
  const { briefing, registration } = place;
  const badge = placeBadge(place);
  const own = briefing.region === person.area?.region ? ' · your region' : '';
  const act = canWithdraw(place)
    ? { verb: 'registrations/withdraw', act: 'Withdraw' }
    : canRegister(place)
      ? { verb: 'registrations/register', act: 'Register' }
      : { verb: '', act: '' };
  return {
    ...badge,
    ...act,
    label: registration || list === 'mine' ? badge.label : '',
    code: briefing.code,
    when: whenInWords(briefing),
    where: `${regionById(briefing.region).name} · ${briefing.code}${own}`,
    joinUrl: list === 'mine' ? joinUrlOf(place) : '',
  };
}

function headOf(
  places: readonly Place[],
  { list, region, person }: PlacesLook,
): Pick<Data, 'title' | 'summary' | 'hint'> {
  const count = `${String(places.length)} briefing${places.length === 1 ? '' : 's'}`;
  if (list === 'mine') {
    return {
      title: 'My briefings',
      summary: places.length === 0 ? 'You are not registered for a coming briefing.' : count,
      hint: 'A briefing of any region is open to you. Type “register” to see them all.',
    };
  }
  const name = region ? regionById(region).name : 'Coming';
  return {
    title: `${name} briefings`,
    summary:
      places.length === 0 ? 'No briefing is open just now. New ones are added through the year.' : count,
    hint: person.area
      ? 'You may join a briefing of any region; your own comes first.'
      : 'You may join a briefing of any region. Type “area” and your postcode or council to see your own region first.',
  };
}
