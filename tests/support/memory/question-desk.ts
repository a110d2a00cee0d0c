import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import type { ContactLine } from '../../../src/domain/guidance/contacts.js';
import type { Resource } from '../../../src/domain/guidance/resource.js';
import type { Route } from '../../../src/domain/question/triage.js';
import type { BriefingCode, PersonId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { alarmKeeper } from '../../../src/features/questions/alarms.js';
import type { AskInput } from '../../../src/features/questions/ask-question.js';
import { writeAlarm } from '../../../src/features/questions/keep-alarm.js';
import type { Areas, BriefingContext, Notice, Triage } from '../../../src/features/questions/ports.js';
import { outcomeCard } from '../../../src/features/questions/cards/outcome.card.js';
import { tellAsker } from '../../../src/features/questions/tell-asker.js';
import { groupsBy } from '../../../src/features/questions/grouping.js';
import { questionsUseCases } from '../../../src/features/questions/use-cases.js';
import lines from '../../../src/features/guidance/library/lines.json' with { type: 'json' };
import library from '../../../src/features/guidance/library/resources.json' with { type: 'json' };
import { aBriefing, aPerson, CODE, MANCHESTER, nextId, NOW } from './question-builders.js';
import { memoryQuestions } from './question-store.js';

export const GUIDANCE = {
  lines: lines.lines as readonly object[] as readonly ContactLine[],
  resources: library.resources as readonly object[] as readonly Resource[],
};

/** Triage that does as the message says: `[route]` decides, `[route?]` asks, `DANGER` is danger. */
export const scriptedTriage: Triage = {
  decide({ text }) {
    const [, route = 'presenter', unsure] = /\[(\w+)(\?)?\]/.exec(text) ?? [];
    if (text.includes('DANGER'))
      return { kind: 'decided', route: 'emergency', confidence: 1, why: { rule: 'danger', words: [] } };
    const why = { topic: 'Security at home', words: [] };
    return { kind: unsure ? 'ask' : 'decided', route: route as Route, confidence: unsure ? 0.4 : 0.9, why };
  },
  isDanger: (text) => text.includes('DANGER'),
};

/** The questions feature over memory, with one running briefing, its people and what was told to them. */
export function questionDesk(
  options: { readonly triage?: Triage; readonly briefings?: readonly BriefingContext[] } = {},
) {
  const store = memoryQuestions();
  const forces = createAreaDirectory();
  const briefings = options.briefings ?? [{ briefing: aBriefing(), registration: 'confirmed' as const }];
  const notices: { readonly person: PersonId; readonly notice: Notice }[] = [];
  const timers: (() => void)[] = [];
  const state = { down: false };
  const guard = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get: (target, name, self) => {
        if (state.down && (name === 'add' || name === 'find' || name === 'coming'))
          return () => Promise.reject(new Error('down'));
        return Reflect.get(target, name, self) as unknown;
      },
    });
  const guarded = guard(store);
  const ids = { uuid: nextId };
  const areas: Areas = {
    place: (_person, typed) =>
      Promise.resolve(
        typed.startsWith('M')
          ? { kind: 'placed', area: MANCHESTER }
          : {
              kind: 'ask',
              message: 'Type your full postcode or the name of your council: it settles which.',
            },
      ),
  };
  const explain = {
    store: guarded,
    briefings: guard({
      find: (code: BriefingCode) => Promise.resolve(briefings.find(({ briefing }) => briefing.code === code)),
      coming: () => Promise.resolve(briefings.filter(({ briefing }) => briefing.status === 'published')),
    }),
    triage: options.triage ?? scriptedTriage,
    guidance: GUIDANCE,
    forces,
  };
  const alarms = alarmKeeper(writeAlarm({ store: guarded, ids }), {
    after: (_wait, run) => void timers.push(run),
  });
  const recognised = aPerson();
  const useCases = questionsUseCases({
    ...explain,
    holidays: () => new Set(),
    ids,
    areas,
    alarms,
    events: store,
    groups: groupsBy({ rarity: () => 0.5 }),
    recognise: () => (state.down ? Promise.reject(new Error('down')) : Promise.resolve(recognised.id)),
  });
  const tell = tellAsker({
    ...explain,
    links: { personal: (person) => Promise.resolve(`https://desk.test/me/${person}`) },
    outcomeCard,
    courier: {
      toPerson: (person, notice) => {
        notices.push({ person, notice });
        return Promise.resolve();
      },
    },
  });
  return {
    store,
    useCases,
    tell,
    notices,
    alarms,
    recognised,
    /** Takes the store down, or brings it back. */
    setDown: (down: boolean) => void (state.down = down),
    runTimers: () =>
      timers.splice(0).forEach((run) => {
        run();
      }),
    /** Somebody known to the desk. */
    join(person: Person): Person {
      const { id, name, audience, language, area } = person;
      store.addPerson({ id, name, audience, language, ...(area ? { area } : {}) });
      return person;
    },
    async ask(person: Person, text: string, overrides: Partial<AskInput> = {}) {
      const asked = await useCases.askQuestion({
        person,
        text,
        door: 'meeting',
        briefing: CODE,
        deliveryKey: nextId(),
        now: NOW,
        ...overrides,
      });
      if (asked.kind === 'refused') throw new Error(asked.problem);
      return asked.outcome;
    },
  };
}

/** Tom presents `CODE`. */
export const aPresenter = (): Person =>
  aPerson({ name: 'Tom Presenter', email: 'tom@police.test', addresses: ['tom@police.test'] });

/** Priya leads the North West, and moderates there. */
export const aLead = (): Person =>
  aPerson({
    name: 'Priya Lead',
    email: 'priya@police.test',
    roles: [{ role: 'regional-lead', region: 'north-west' }],
  });
