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
    await playTo(page, 7);
    await fill(page, local);
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(FOLDER, 'briefing-desk.png') });
    await local.window(/^Tom/).region.screenshot({ path: join(FOLDER, 'panel.png') });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(new URL('/tab/guidance', desk.url).href);
    await page.getByRole('searchbox').or(page.getByLabel('Search guidance')).first().fill('place of worship');
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

/** More of a briefing's middle: other people's questions, a moved date, the next year's plan. */
async function fill(page: Page, local: LocalPage): Promise<void> {
  const priya = local.window(/^Priya/);
  const ask = (person: string, text: string): Promise<void> =>
    page.evaluate(
      async ([by, words]) => {
        const body = JSON.stringify({ person: by, conversationId: `a:1-${by ?? ''}`, text: words });
        await fetch('/local/api/say', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
      },
      [person, text],
    );
  await ask('yusuf', 'How should we arrange the room for a public meeting?');
  await ask('maya', 'What should a small office do first when a suspicious parcel arrives?');
  await ask('yusuf', 'What does a good video doorbell need to record?');
  await priya.say('move NW-2027-12b to 2027-12-07 18:00');
  await priya.press(/^(Move|Confirm)/);
  await local.entry(/meeting moved/);
  await priya.say('schedule 2028 north west second tuesday 18:00');
  await priya.shows('Tuesday 12 December 2028');
}

await takeAll();
