import { AxeBuilder } from '@axe-core/playwright';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { browserOrReason } from '../../support/browser.js';
import { referralCard } from './stub-bot.js';
import { startStubDesk, type StubDesk } from './stub-desk.js';

const found = await browserOrReason();
const withBrowser = found.kind === 'browser' ? describe : describe.skip;
const ROOT = process.cwd();
const FOLDER = join(ROOT, '.cache', `local-page-${String(process.pid)}`);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let desk: StubDesk;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  if (found.kind !== 'browser') return;
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const config = join(ROOT, 'src/local/page/vite.config.ts');
  const options = ['build', '--config', config, '--outDir', FOLDER, '--emptyOutDir', '--logLevel', 'error'];
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const env = { ...environment, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: ROOT, env });
  browser = await found.open();
}, 120_000);
afterAll(async () => {
  if (found.kind === 'browser') await browser.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

withBrowser('the local page', () => {
  beforeEach(async () => {
    desk = await startStubDesk(FOLDER);
    faults.length = 0;
  });
  afterEach(async () => {
    await page.context().close();
    await desk.close();
    expect(faults).toEqual([]);
  });

  const open = async (query = '?welcome=no', width = 1280): Promise<void> => {
    const context = await browser.newContext({ viewport: { width, height: width === 1280 ? 800 : 1080 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    await page.goto(`${desk.url}${query}`);
    await page.locator('.windows').waitFor();
  };
  const pane = (name: RegExp) => page.getByRole('region', { name });
  const startBriefing = async (): Promise<void> => {
    await desk.clock.moveTo('2027-02-09T18:00:05.000Z' as never);
    await desk.show.stage.settle();
  };
  const violations = async (): Promise<readonly string[]> => {
    // What has just arrived is still fading in.
    await page.waitForTimeout(400);
    // Fluent's focus helpers are invisible elements that axe takes for a fault.
    const axe = new AxeBuilder({ page }).withTags(TAGS).exclude('[data-tabster-dummy]');
    const { violations: all } = await axe.analyze();
    return all.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
  };

  test('stays within its budget of 400 kB, compressed', async () => {
    await open();
    const assets = join(FOLDER, 'assets');
    const sizes = readdirSync(assets).map((name) => gzipSync(readFileSync(join(assets, name))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });

  test('says what it is and offers one thing to do', async () => {
    await open('');
    const dialog = page.getByRole('dialog', { name: 'Security briefings, run from Teams' });
    await dialog.getByRole('button', { name: 'Take the tour' }).waitFor();
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Just look around' }).click();
    await expect(dialog.isVisible()).resolves.toBe(false);
  });

  test('a typed message is answered by a card whose button changes it in place', async () => {
    await open();
    const priya = pane(/^Priya Nair/);
    await priya.getByRole('combobox').fill('schedule 2028 North West second Tuesday 18:00');
    await priya.getByRole('combobox').press('Enter');
    await priya.getByRole('button', { name: 'Discard' }).click();
    await priya.getByText('Ask for the card again.').waitFor();
    await priya.getByRole('button', { name: 'Confirm' }).click();
    await priya.getByText('Seven briefings made').waitFor();
    expect(await priya.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  });

  test('the compose box offers the commands that person may use, by keyboard', async () => {
    await open();
    const box = pane(/^Priya Nair/).getByRole('combobox');
    await box.fill('app');
    await pane(/^Priya Nair/)
      .getByRole('option', { name: /approvals/ })
      .waitFor();
    await box.press('Tab');
    expect(await box.inputValue()).toBe('approvals');
    const other = pane(/^PC Hannah/).getByRole('combobox');
    await other.fill('app');
    expect(await page.getByRole('option').count()).toBe(0);
  });

  test('a required input of a card is asked for before anything is sent', async () => {
    await open();
    const channel = desk.show.connector.state
      .conversations()
      .find((one) => one.members.includes('hannah') && one.kind === 'channel');
    desk.show.connector.state.addMessage({
      conversationId: channel?.id ?? '',
      from: 'bot',
      text: '',
      cards: [referralCard()],
    });
    const hannah = pane(/^PC Hannah/);
    await hannah.getByRole('button', { name: 'Close' }).click();
    await hannah.getByText('Please say what was done.').waitFor();
    await page.getByRole('button', { name: /Referral: Manchester/ }).waitFor();
  });

  test('a targeted message is seen by its recipient alone', async () => {
    await startBriefing();
    await open();
    const chatId = desk.show.connector.state.meetings()[0]?.chatId ?? '';
    desk.show.connector.state.addMessage({
      conversationId: chatId,
      from: 'bot',
      text: 'For Maya',
      onlyFor: 'maya',
    });
    await pane(/Maya/).getByRole('tab', { name: 'Meeting chat' }).click();
    await pane(/Maya/).getByText('Only you can see this message').waitFor();
    await pane(/^Tom/)
      .getByRole('button', { name: /switch person or view/ })
      .click();
    await page.getByRole('menuitemradio', { name: 'Briefing meeting' }).click();
    await page.keyboard.press('Escape');
    await pane(/^Tom/).getByRole('tab', { name: 'Meeting chat' }).click();
    await pane(/^Tom/).getByRole('log').waitFor();
    expect(await pane(/^Tom/).getByText('For Maya').count()).toBe(0);
  });

  test('what leaves the desk can be opened, as it looks and as it travels', async () => {
    await open();
    await desk.show.outbox.send({
      to: { name: 'Daniel Whitlock', email: 'daniel.whitlock@saddleworth.test' },
      subject: 'Your place',
      text: 'See http://127.0.0.1/me/x.',
    });
    await page.getByRole('button', { name: /Your place/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Your place' });
    await dialog.getByText('To daniel.whitlock@saddleworth.test').waitFor();
    await dialog.getByRole('tab', { name: 'As it travels' }).click();
    await dialog.getByText('"links"').waitFor();
    expect(await violations()).toEqual([]);
    await dialog.getByRole('tab', { name: 'As it looks' }).click();
    await dialog.getByRole('link').click();
    await pane(/^Daniel/)
      .frameLocator('iframe')
      .getByText('Tab /me/x')
      .waitFor();
  });

  test.each([
    ['light', 1280],
    ['light', 1920],
    ['dark', 1280],
    ['dark', 1920],
    ['contrast', 1280],
    ['contrast', 1920],
  ] as const)(
    'is free of accessibility faults and of sideways scrolling: %s, %i px',
    async (theme, width) => {
      await startBriefing();
      await desk.show.connector.clients.say({
        person: 'priya',
        conversationId: 'a:1-priya',
        text: 'schedule',
      });
      await desk.show.connector.clients.say({
        person: 'maya',
        conversationId: 'a:1-maya',
        text: 'a man with a knife',
      });
      await open(`?welcome=no&theme=${theme}`, width);
      await pane(/^Priya Nair/)
        .getByRole('button', { name: 'Confirm' })
        .waitFor();
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await page.locator('.pane').count()).toBe(4);
    },
  );
});
