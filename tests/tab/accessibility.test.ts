import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describeJourneys } from '../support/tab-journey.js';

const BROWSER_PAGES = [
  '/tab/guidance',
  '/tab/guidance?entry=act-elearning',
  '/me/t',
  '/register',
  '/team/t',
  '/tab/nothing',
];
const TEAMS_PAGES = [
  ['/tab/guidance', 'content', 'attendee'],
  ['/tab/panel', 'sidePanel', 'attendee'],
  ['/tab/panel', 'sidePanel', 'presenter'],
  ['/tab/stage?code=NW-2027-02', 'meetingStage', 'presenter'],
  ['/tab/configure', 'settings', 'attendee'],
] as const;
/** The focus helpers of Fluent are hidden from readers and take the focus for an instant only. */
const HELPERS = '[data-tabster-dummy]';

async function violationsOf(page: Page, inFrame: boolean): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (inFrame) builder.exclude(['#tab', HELPERS]);
  else builder.exclude(HELPERS);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const overflow = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describeJourneys('every page, to everyone', (journey) => {
  describe.each(['light', 'dark', 'contrast'] as const)('in %s colours', (colours) => {
    test.each(BROWSER_PAGES)('%s has no fault that axe finds and fits 320 pixels', async (path) => {
      const page = await journey.browse(path, { colours, width: 320 });
      await page.waitForLoadState('networkidle');
      expect(await violationsOf(page, false)).toEqual([]);
      expect(await page.evaluate(overflow)).toBe(0);
    });

    test.each(TEAMS_PAGES)(
      '%s in the %s of Teams as %s has no fault that axe finds',
      async (path, frame, role) => {
        journey.site.api.world.role = role;
        const theme = colours === 'light' ? 'default' : colours;
        const width = frame === 'sidePanel' ? 280 : 1280;
        const { page, tab } = await journey.inTeams(path, { frame, theme, meeting: 'MEET', width });
        await tab.locator('h1').waitFor();
        await page.waitForTimeout(400);
        expect(await violationsOf(page, true)).toEqual([]);
        expect(await tab.locator('html').evaluate(overflow)).toBe(0);
      },
    );
  });

  test('the wide screen keeps lines readable', async () => {
    const page = await journey.browse('/tab/guidance', { width: 1920 });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const box = await page.locator('main').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(1168);
  });

  test('the first key of the keyboard offers to skip to the content', async () => {
    const page = await journey.browse('/register');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});
