import type { z } from 'zod';
import type { MyBriefingView } from '../../src/contract/briefings.js';
import type { GuidanceView, ResourceView } from '../../src/contract/guidance.js';
import type { MeView } from '../../src/contract/people.js';
import type { MyQuestions, queueItem, QuestionOutcome } from '../../src/contract/questions.js';
import type { ReferralView } from '../../src/contract/referrals.js';

type QueueItem = z.infer<typeof queueItem>;

const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

export const aBriefing = (overrides: Partial<MyBriefingView> = {}): MyBriefingView => ({
  code: 'NW-2027-02',
  region: 'north-west',
  regionName: 'North West',
  date: '2027-02-09',
  time: '18:00',
  minutes: 60,
  startsAt: '2027-02-09T18:00:00.000Z',
  endsAt: '2027-02-09T19:00:00.000Z',
  status: 'coming',
  topics: [
    { title: 'The Blue Book', summary: 'Everyday habits that keep you, your home and your office safe.' },
    { title: 'Run, hide, tell', summary: 'What to do in an attack.' },
  ],
  isMyRegion: true,
  registration: null,
  joinUrl: null,
  ...overrides,
});

export const aResource = (overrides: Partial<ResourceView> = {}): ResourceView => ({
  id: 'blue-book',
  title: 'The Blue Book: a guide to personal security',
  publisher: 'ProtectUK',
  summary: 'Practical advice on personal security at home, at work, when travelling and online.',
  url: 'https://www.protectuk.police.uk/blue-book',
  audience: ['elected officials', 'private office staff', 'faith leaders'],
  topics: ['personal security', 'home security', 'travel'],
  jurisdiction: 'UK',
  type: 'guide',
  status: 'current',
  statusNote: null,
  replacementUrl: null,
  ...overrides,
});

const RESOURCES: readonly ResourceView[] = [
  aResource(),
  aResource({
    id: 'act-elearning',
    title: 'ACT e-Learning: counter terrorism awareness',
    summary: 'A free course on spotting and reporting what does not look right, for you and your staff.',
    topics: ['terrorism awareness', 'reporting'],
    type: 'e-learning',
    status: 'moved',
    statusNote: 'The course is delivered on ProtectUK now; you may need an account.',
    replacementUrl: 'https://www.protectuk.police.uk/',
  }),
  aResource({
    id: 'joint-guidance-2021',
    title: 'Joint guidance for candidates in elections',
    publisher: 'NPCC, CPS, Electoral Commission and College of Policing',
    summary: 'When behaviour towards a candidate becomes unlawful, and what to do about it.',
    audience: ['elected officials', 'candidates'],
    topics: ['abuse and intimidation', 'when behaviour is unlawful'],
    jurisdiction: 'E&W',
    status: 'superseded',
    statusNote: 'A newer collection for candidates replaces it.',
    replacementUrl: 'https://www.gov.uk/government/collections/candidate-security-guidance-collection',
  }),
  aResource({
    id: 'places-of-worship',
    title: 'Protective security schemes for places of worship',
    publisher: 'Home Office',
    summary: 'Guarding and equipment for mosques, synagogues and other places of worship.',
    audience: ['faith leaders', 'mosques'],
    topics: ['guarding', 'funding', 'personal security'],
    jurisdiction: 'E&W',
    type: 'scheme',
  }),
  aResource({
    id: 'citizen-aid',
    title: 'citizenAID app',
    publisher: 'citizenAID',
    summary: 'Step-by-step first aid after an attack.',
    audience: ['everyone'],
    topics: ['first aid'],
    type: 'app',
    status: 'retired',
    statusNote: 'The app can no longer be downloaded.',
    url: null,
  }),
];

const facet = (values: readonly string[]): { value: string; count: number }[] =>
  [...new Set(values)].map((value) => ({ value, count: values.filter((one) => one === value).length }));

export const aLibrary = (resources: readonly ResourceView[] = RESOURCES): GuidanceView => ({
  lines: [
    {
      name: 'Emergency services',
      phone: '999',
      url: null,
      when: 'A crime in progress, or someone in immediate danger',
    },
    {
      name: 'Police, not an emergency',
      phone: '101',
      url: null,
      when: 'Report something, give information or ask',
    },
    {
      name: 'Anti-Terrorist Hotline',
      phone: '0800 789 321',
      url: null,
      when: 'Suspicious activity, in confidence',
    },
    { name: 'Report a crime online', phone: null, url: 'https://www.police.uk/', when: 'Not an emergency' },
    { name: 'Suzy Lamplugh Trust helpline', phone: '0808 802 0300', url: null, when: 'Stalking' },
  ],
  resources: [...resources],
  facets: {
    audience: facet(resources.flatMap((one) => one.audience)),
    topic: facet(resources.flatMap((one) => one.topics)),
    jurisdiction: facet(resources.map((one) => one.jurisdiction)),
    type: facet(resources.map((one) => one.type)),
  },
});

export const aPerson = (overrides: Partial<MeView> = {}): MeView => ({
  name: 'Ann Example',
  email: 'ann@example.org',
  audience: 'elected-official',
  language: 'en',
  area: {
    kind: 'council',
    name: 'Preston',
    force: 'lancashire',
    forceName: 'Lancashire Constabulary',
    region: 'north-west',
    regionName: 'North West',
  },
  team: { name: 'Preston neighbourhood team', note: 'They get questions about your own security.' },
  ...overrides,
});

export const anOutcome = (overrides: Partial<QuestionOutcome> = {}): QuestionOutcome => ({
  id: 'q-mine',
  route: 'presenter',
  kind: 'queued',
  title: 'Your question is with the presenter',
  message: 'It is in the queue for this briefing, without your name. You will see here what becomes of it.',
  choices: [],
  lines: [],
  resources: [{ id: 'blue-book', title: 'The Blue Book: a guide to personal security', url: null }],
  ...overrides,
});

export const aQueueItem = (overrides: Partial<QueueItem> = {}): QueueItem => ({
  id: 'q1',
  text: 'How often should we vary the route we take to work?',
  state: 'waiting',
  topic: 'Surgeries and travel',
  confidence: 0.94,
  askedAt: soon(-12),
  version: 1,
  askers: 1,
  wordings: [],
  seen: '',
  ...overrides,
});

export const aReferral = (overrides: Partial<ReferralView> = {}): ReferralView => ({
  id: 'r1',
  state: 'open',
  person: { name: 'Ann Example', email: 'ann@example.org', audience: 'elected-official', area: 'Preston' },
  text: 'Could an officer look at the doors of my office before Friday’s surgery?',
  createdAt: soon(-90),
  acknowledgeDue: soon(150),
  contactDue: soon(60 * 50),
  overdue: false,
  version: 3,
  ...overrides,
});

export interface TabWorld {
  role: 'attendee' | 'presenter';
  me: MeView;
  library: GuidanceView;
  briefings: MyBriefingView[];
  questions: MyQuestions['questions'];
  queue: QueueItem[];
  referrals: ReferralView[];
  outcome: QuestionOutcome;
}

/** What the stub server knows at the start of a test. */
export const aTabWorld = (): TabWorld => ({
  role: 'attendee',
  me: aPerson(),
  library: aLibrary(),
  briefings: [
    aBriefing({ registration: 'confirmed', joinUrl: 'https://teams.microsoft.com/l/meetup-join/x' }),
    aBriefing({ code: 'NW-2027-03', date: '2027-03-09' }),
    aBriefing({
      code: 'WA-2027-02',
      region: 'wales',
      regionName: 'Wales',
      date: '2027-02-16',
      isMyRegion: false,
      registration: 'waiting',
    }),
    aBriefing({
      code: 'SC-2027-02',
      region: 'scotland',
      regionName: 'Scotland',
      date: '2027-02-23',
      isMyRegion: false,
    }),
  ],
  questions: [
    {
      id: 'q-old',
      text: 'Does the Blue Book cover online accounts?',
      briefing: 'NW-2027-02',
      askedAt: soon(-40),
      outcome: 'Waiting for the presenter.',
      state: 'waiting',
    },
  ],
  queue: [
    aQueueItem(),
    aQueueItem({
      id: 'q2',
      text: 'What is the difference between run, hide, tell and a lockdown?',
      topic: 'Run, hide, tell',
      askedAt: soon(-5),
      askers: 3,
      seen: 'a1.b2',
      wordings: [
        { id: 'q2b', text: 'How do run, hide, tell and a lockdown differ?', version: 1 },
        { id: 'q2c', text: 'Run hide tell or lockdown: what is different?', version: 1 },
      ],
    }),
    aQueueItem({
      id: 'q3',
      text: 'Is it worth telling staff about parcels?',
      state: 'needs_review',
      confidence: 0.46,
      readings: [
        { route: 'presenter', confidence: 0.46 },
        { route: 'out_of_scope', confidence: 0.8 },
      ],
      askedAt: soon(-3),
    }),
    aQueueItem({
      id: 'q4',
      text: 'Should volunteers take the ACT course as well?',
      state: 'accepted',
      askedAt: soon(-20),
      version: 2,
      askers: 12,
      seen: 'c3',
      wordings: [{ id: 'q4b', text: 'Should the ACT course be taken by volunteers too?', version: 1 }],
    }),
    aQueueItem({
      id: 'q5',
      text: 'Who keeps the visitor log at a surgery, and for how long?',
      state: 'accepted',
      askedAt: soon(-18),
      version: 2,
    }),
    aQueueItem({
      id: 'q6',
      text: 'Will the slides be shared?',
      state: 'answered',
      askedAt: soon(-30),
      version: 3,
    }),
  ],
  referrals: [
    aReferral({
      id: 'r0',
      state: 'acknowledged',
      overdue: true,
      contactDue: soon(-125),
      person: { name: 'Rev. Sam Sample', email: null, audience: 'faith-leader', area: null },
      text: 'Somebody keeps photographing our entrance. Can we talk about it?',
    }),
    aReferral(),
    aReferral({
      id: 'r2',
      state: 'closed',
      person: { name: 'Jo Specimen', email: 'jo@example.org', audience: 'private-office', area: 'Chorley' },
      text: 'Who is our inspector?',
    }),
  ],
  outcome: anOutcome(),
});
