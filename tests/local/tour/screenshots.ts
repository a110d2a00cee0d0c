import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { browserOrReason } from '../../support/browser.js';
import { LocalPage, TourPage } from './local-page.js';
import { buildDesk, startDesk } from './running-desk.js';

const FOLDER = join(process.cwd(), 'docs/images');
const SETTLED_MS = 1_200;

/** Plays the story on the running service and takes the pictures that the documents show. */
async function takeAll(): Promise<void> {
  const found = await browserOrReason();
  if (found.kind !== 'browser') throw new Error(found.reason);
  await buildDesk();
  const [browser, desk] = await Promise.all([found.open(), startDesk()]);
  mkdirSync(FOLDER, { recursive: true });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1600, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    const local = new LocalPage(page);
    await local.open(desk.url);
    await playTo(page, 5);
    await fill(page, local);
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(FOLDER, 'briefing-desk.png') });
    await local.window(/^Tom/).region.screenshot({ path: join(FOLDER, 'panel.png') });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(new URL('/tab/guidance', desk.url).href);
    const search = page.getByLabel('Search guidance').first();
    await search.fill('online');
    await search.evaluate((box) => {
      box.closest('.fui-Field')?.scrollIntoView({ block: 'start' });
      scrollBy(0, -24);
    });
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(FOLDER, 'guidance.png') });
  } finally {
    await browser.close();
    await desk.close();
  }
}

async function playTo(page: Page, steps: number): Promise<void> {
  const tour = new TourPage(page);
  await tour.start();
  for (let step = 1; step <= steps; step += 1) {
    await tour.act();
    if (step < steps) await tour.next();
  }
  await page.getByRole('button', { name: 'Leave the tour' }).click();
}

/** A briefing's middle: several people's questions, a stranger's request, a moved date, the next year's plan. */
async function fill(page: Page, local: LocalPage): Promise<void> {
  const post = (path: string, body: object): Promise<void> =>
    page.evaluate(
      async ([address = '', content = '']) => {
        const headers = { 'content-type': 'application/json' };
        await fetch(address, { method: 'POST', headers, body: content });
      },
      [path, JSON.stringify(body)],
    );
  const ask = (person: string, text: string): Promise<void> =>
    post('/local/api/say', { person, conversationId: `a:1-${person}`, text });
  const priya = local.window(/^Priya/);
  await ask('yusuf', 'How should we arrange the room for a public meeting?');
  await ask('yusuf', 'What does a good video doorbell need to record?');
  await ask('maya', 'What should a small office do first when a suspicious parcel arrives?');
  await ask(
    'maya',
    'Someone photographed my house twice this week. Could an officer come and look at my security?',
  );
  await local.window(/^PC Hannah/).shows('Acknowledge');
  await priya.say('move NW-2027-12b to 2027-12-07 18:00');
  await priya.press(/^(Move|Confirm)/);
  await local.entry(/meeting moved/);
  const ellie = { name: 'Ellie Braithwaite', email: 'ellie.braithwaite@mp-office.test' };
  const place = { audience: 'private-office', briefing: 'NW-2027-03', area: 'Bolton', language: 'en' };
  await post('/api/v1/public/registrations', { ...ellie, ...place });
  await local.entry(/ellie/);
  await priya.say('schedule 2028 north west second tuesday 18:00');
  await priya.shows('Tuesday 12 December 2028');
}

await takeAll();
