import { brand, type RegistrationId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import type { Links } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import { calendarEntry } from './calendar-entry.js';
import { noticeWords, type About, type NoticeWords } from './notice-words.js';
import type { CalendarFile, Courier, Notice, People, Place, RegistrationStore } from './ports.js';

export interface TellPorts {
  readonly store: RegistrationStore;
  readonly people: Pick<People, 'byId'>;
  readonly links: Links;
  readonly courier: Courier;
  readonly calendarFile: CalendarFile;
  /** The card that shows a person's own place, with words on top. */
  readonly placeCard: (
    place: Place,
    words: Pick<NoticeWords, 'title' | 'style' | 'paragraphs'>,
  ) => Notice['card'];
}

export interface Telling {
  readonly registrationId: string;
  readonly about: About;
  /** The registration's version the notice is for; it is left out when a later change has one of its own. */
  readonly version?: number;
  /** The same for the briefing's moves. */
  readonly revision?: number;
  /** Tells a repeated request from a repeated job. */
  readonly request?: string;
  readonly now: Instant;
}

/** Tells a person what has become of their own place, once, with a calendar file and personal link of their own. */
export const tellPlace =
  (ports: TellPorts) =>
  async (telling: Telling): Promise<void> => {
    const place = await ports.store.get(brand<RegistrationId>(telling.registrationId));
    if (!place || isStale(telling, place)) return;
    const words = noticeWords(telling.about, place);
    const person = words && (await ports.people.byId(place.registration.person));
    // Somebody without an address saw the answer where they pressed the button.
    if (!words || !person || (words.door === 'mail' && !person.email)) return;
    const link = await ports.links.personal(person.id);
    await ports.courier.toPerson(person.id, {
      key: keyOf(telling, place),
      card: ports.placeCard(place, words),
      mail: {
        subject: words.title,
        text: mailText(place, { person, words, link }),
        ...(words.calendar
          ? {
              calendar: {
                method: words.calendar,
                content: ports.calendarFile(
                  words.calendar,
                  calendarEntry(place, { person, link, now: telling.now }),
                ),
              },
            }
          : {}),
      },
      door: words.door,
    });
  };

function isStale({ version, revision }: Telling, { registration, briefing }: Required<Place>): boolean {
  return (
    (version !== undefined && version !== registration.version) ||
    (revision !== undefined && revision !== briefing.revision)
  );
}

/** Reminders hang on the start, so that a moved briefing is reminded of anew. */
function keyOf(
  { about, version, revision, request }: Telling,
  { registration, briefing }: Required<Place>,
): string {
  const mark = request ?? version ?? revision ?? briefing.startsAt;
  return `registration:${registration.id}:${about}:${String(mark)}`;
}

function mailText(
  { briefing, registration }: Required<Place>,
  { person, words, link }: { person: Person; words: NoticeWords; link: string },
): string {
  const join =
    registration.status === 'confirmed' && briefing.status === 'published' ? briefing.joinUrl : undefined;
  return [
    `Dear ${person.name},`,
    ...words.paragraphs,
    ...(join ? [`Join the briefing: ${join}`] : []),
    `Your own page, to see, change or withdraw your registrations and to ask questions: ${link}`,
    'The link is for you alone, so please do not pass this mail on. In danger, call 999; otherwise 101.',
  ].join('\n\n');
}
