import type { Browser, Page } from 'playwright-core';
import { browserOrReason } from '../../support/browser.js';
import { LocalPage, TourPage } from './local-page.js';
import { buildDesk, startDesk, type RunningDesk } from './running-desk.js';

const found = await browserOrReason();
const withBrowser = found.kind === 'browser' ? describe : describe.skip;

const SPECIFIC = 'Someone photographed my house twice this week.';
const DANGER = 'There is a man with a knife';
const SCOPE = 'What should a small office do first when a suspicious parcel arrives?';

let browser: Browser;
let desk: RunningDesk;
let page: Page;
let local: LocalPage;
let tour: TourPage;
const faults: string[] = [];

// One story on one running service: each test goes on where the one before it ended.
withBrowser('the tour on the composed service', () => {
  beforeAll(async () => {
    if (found.kind !== 'browser') return;
    await buildDesk();
    [browser, desk] = await Promise.all([found.open(), startDesk()]);
    page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.setDefaultTimeout(15_000);
    local = new LocalPage(page);
    tour = new TourPage(page);
    await local.open(desk.url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await desk.close();
  }, 30_000);
  afterEach(() => {
    expect(faults).toEqual([]);
  });

  const priya = () => local.window(/^Priya/);
  const maya = () => local.window(/^Cllr Maya/);
  const tom = () => local.window(/^Tom/);
  const hannah = () => local.window(/^PC Hannah/);
  const daniel = () => local.window(/^Daniel/);

  test('one line of chat plans seven dates, with the clashes marked', async () => {
    await tour.start();
    await tour.act();
    for (const date of [
      '9 February',
      '9 March',
      '13 April',
      '8 June',
      '10 August',
      '12 October',
      '14 December',
    ]) {
      await priya().shows(`Tuesday ${date} 2027`);
    }
    await priya().shows('North West already has NW-2027-02 in February.');
    expect(await local.seen('Graph')).toBe(0);
  });

  test('confirming makes seven meetings, each with its settings set and read back', async () => {
    await tour.next();
    await tour.act();
    await expect(local.seen('Graph')).resolves.toBe(28);
    await local.entry(/NW-2027-12b: lobby and chat settings read back/);
    await priya().shows('Published');
  });

  test('a stranger registers on the web page and waits for a lead', async () => {
    await tour.next();
    await tour.act();
    await daniel().frame.getByText('Check your mail').first().waitFor();
    await local.entry(/We have your request/);
  });

  test('approved, he alone gets a mail with his own calendar file and link', async () => {
    await tour.next();
    await tour.act();
    await priya().shows('Approved. The person is told now.');
    await daniel().shows(/Calendar file, revision \d+; names its reader alone/);
    expect(await daniel().lacks('Okafor')).toBe(true);
  });

  test('moving the clock sends the reminders of the day before and starts the briefing', async () => {
    await tour.next();
    await tour.act();
    await local.entry(/Wed 3 Feb 18:00.*Your briefing is soon.*daniel/s);
    await local.entry(/Your briefing is soon.*Okafor/s);
    expect(await local.clock()).toContain('Thu 4 Feb 2027');
    await tom().frame.getByText('Live', { exact: true }).waitFor();
  });

  test('danger is answered with 999', async () => {
    await tour.next();
    await tour.act();
    await maya().shows('Call 999 now');
  });

  test('a question about one person reaches that person’s local team, and nobody else', async () => {
    await tour.next();
    await tour.act();
    await hannah().shows(new RegExp(SPECIFIC));
    await maya().shows('With your local policing team');
    expect(await local.seen('Referrals')).toBe(1);
  });

  test('a question that the briefing covers appears in the presenter’s panel, without a name', async () => {
    await tour.next();
    await tour.act();
    await tom().frame.getByText(SCOPE).waitFor();
    for (const secret of ['Okafor', SPECIFIC, DANGER]) expect(await tom().lacks(secret)).toBe(true);
    expect(await priya().lacks(SPECIFIC)).toBe(true);
  });

  test('what the briefing does not cover is said to its asker alone', async () => {
    await tour.next();
    await tour.act();
    await maya().shows('This briefing does not cover that');
    await maya().shows('Only you can see this message');
  });

  test('the presenter answers, and the asker is told', async () => {
    await tour.next();
    await tour.act();
    await maya().shows('Your question was answered');
    await tom().frame.getByRole('tab', { name: /Done/ }).click();
    await tom().frame.getByText('Answered', { exact: true }).first().waitFor();
  });

  test('the local team acknowledges, and the asker is told', async () => {
    await tour.next();
    await tour.act();
    await hannah().shows('Acknowledged');
    await maya().shows('Your local team has your question');
    await tour.next();
    expect(await tour.title()).toContain('That was the story');
    await tour.leave();
    expect(await local.seen('Mail')).toBe(3);
    expect(await local.seen('Referrals')).toBe(1);
  });

  test.each(['Light', 'Dark', 'High contrast'] as const)(
    'the running page is free of accessibility faults: %s',
    async (theme) => {
      await local.turn(theme);
      expect(await local.faults()).toEqual([]);
    },
  );

  test('a referral that nobody follows up goes overdue when the clock moves on', async () => {
    await local.moveClock('3 working days on');
    await local.entry(/Tue 9 Feb.*(overdue|not|late|remind|contact)/is);
    await priya().say('referrals');
    await priya().shows(/overdue in 1/);
  });

  test('after a restart the chats answer, time has not run back, and an earlier meeting can be moved', async () => {
    await desk.restart();
    await local.open(`${desk.url}?welcome=no`);
    expect(await local.clock()).toMatch(/(9|10) Feb 2027/);
    await priya().say('move NW-2027-03b to 2027-03-16 18:00');
    await priya().shows(/Tuesday 16 March 2027/);
    const confirm = priya().region.getByRole('button', { name: /^(Move|Confirm|Yes)/ });
    if ((await confirm.count()) > 0) await confirm.last().click();
    await local.entry(/NW-2027-03b: meeting moved or changed/);
  });
});
