import type { Browser, FrameLocator, Page } from 'playwright-core';
import { browserOrReason } from './browser.js';
import { TabSite } from './tab-site.js';

/** Where a journey's elements are looked up: the page, or the tab's frame in the stub Teams host. */
export type View = Page | FrameLocator;

export interface TeamsOptions {
  readonly frame?: 'content' | 'sidePanel' | 'meetingStage' | 'settings';
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly meeting?: string;
  readonly sub?: string;
  readonly anonymous?: string;
  readonly noauth?: string;
  readonly width?: number;
}

export interface BrowserOptions {
  readonly width?: number;
  readonly colours?: 'light' | 'dark' | 'contrast';
  readonly locale?: string;
}

export interface Journey {
  readonly site: TabSite;
  browse(path: string, options?: BrowserOptions): Promise<Page>;
  inTeams(path: string, options?: TeamsOptions): Promise<{ page: Page; tab: FrameLocator }>;
  /** What the tab said to the stub host, by name of the call; waits a little for the first time it does. */
  said(page: Page, func: string): Promise<readonly unknown[][]>;
}

const SAID_WITHIN_MS = 5_000;

const found = await browserOrReason();

/** Registers browser tests of the tab, or the same tests as skipped with the reason in their title. */
export function describeJourneys(title: string, register: (journey: Journey) => void): void {
  if (found.kind === 'none') {
    describe.skip(`${title} (no browser: ${found.reason})`, () => {
      register({} as Journey);
    });
    return;
  }
  describe(title, () => {
    const started: { site?: TabSite; browser?: Browser } = {};
    const faults: string[] = [];
    beforeAll(async () => {
      started.site = await TabSite.open();
      started.browser = await found.open();
    }, 120_000);
    afterEach(async () => {
      for (const context of started.browser?.contexts() ?? []) await context.close();
      started.site?.api.reset();
      expect(faults.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await started.browser?.close();
      await started.site?.close();
    });
    register(journeyOf(started, faults));
  });
}

function journeyOf(started: { site?: TabSite; browser?: Browser }, faults: string[]): Journey {
  async function open(width: number, options: Omit<BrowserOptions, 'width'>): Promise<Page> {
    if (!started.browser) throw new Error('the browser is not open');
    const context = await started.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: options.colours === 'dark' ? 'dark' : 'light',
      forcedColors: options.colours === 'contrast' ? 'active' : 'none',
      locale: options.locale ?? 'en-GB',
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
    await page.route('https://res.cdn.office.net/**', (route) => route.abort());
    return page;
  }
  const site = (): TabSite => {
    if (!started.site) throw new Error('the site is not open');
    return started.site;
  };
  return {
    get site() {
      return site();
    },
    async browse(path, { width = 1280, ...options } = {}) {
      const page = await open(width, options);
      await page.goto(site().origin + path);
      await page.locator('main').waitFor();
      return page;
    },
    async inTeams(path, { width = 320, ...options } = {}) {
      const page = await open(width, {});
      await page.goto(site().inTeams(path, options));
      const tab = page.frameLocator('#tab');
      await tab.locator('main').waitFor();
      return { page, tab };
    },
    said: async (page, func) => {
      await page
        .waitForFunction(
          (wanted) =>
            (window as unknown as { host: { log: { func: string }[] } }).host.log.some(
              (entry) => entry.func === wanted,
            ),
          func,
          { timeout: SAID_WITHIN_MS },
        )
        .catch(() => undefined); // then it was not said, and the list is empty
      return page.evaluate(
        (wanted) =>
          (window as unknown as { host: { log: { func: string; args: unknown[] }[] } }).host.log
            .filter((entry) => entry.func === wanted)
            .map((entry) => entry.args),
        func,
      );
    },
  };
}
