import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export type Kind = 'Graph' | 'Mail' | 'Cards' | 'Referrals';
export type Theme = 'Light' | 'Dark' | 'High contrast';

/** The page that shows the invented people side by side. */
export class LocalPage {
  constructor(private readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.windows').waitFor();
  }

  window(name: RegExp): Window {
    return new Window(this.page, this.page.getByRole('region', { name }));
  }

  /** How many things of a kind the strip has counted. */
  async seen(kind: Kind): Promise<number> {
    const button = this.page.getByRole('button', { name: new RegExp(`^${kind} \\d+$`) });
    return Number((await button.innerText()).replace(/\D/g, ''));
  }

  /** Waits for an entry of the strip. */
  async entry(title: RegExp): Promise<void> {
    await this.page.locator('.entry').filter({ hasText: title }).first().waitFor();
  }

  async turn(theme: Theme): Promise<void> {
    await this.page.getByRole('button', { name: 'Theme' }).click();
    await this.page.getByRole('menuitemradio', { name: theme }).click();
    await this.page.keyboard.press('Escape');
  }

  async moveClock(by: string): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /\d{4}, \d\d:\d\d/ })
      .click();
    await this.page.getByRole('menuitem', { name: by }).click();
  }

  clock(): Promise<string> {
    return this.page.locator('.top-bar').innerText();
  }

  /** Accessibility faults of the page with everything in its frames. */
  async faults(): Promise<readonly string[]> {
    await this.page.waitForTimeout(500); // what has just arrived is still fading in
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(TAGS).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => !html.includes('data-tabster-dummy')) // Fluent's invisible helpers
        .map(({ html }) => `${id}: ${html.slice(0, 140)}`),
    );
  }
}

/** One person's window. */
export class Window {
  readonly frame;

  constructor(
    private readonly page: Page,
    readonly region: Locator,
  ) {
    this.frame = region.frameLocator('iframe');
  }

  async say(text: string): Promise<void> {
    await this.region.getByRole('combobox').fill(text);
    await this.region.getByRole('combobox').press('Enter');
  }

  async press(title: string | RegExp): Promise<void> {
    await this.region.getByRole('button', { name: title }).last().click();
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.region.getByText(text).last().waitFor();
  }

  async lacks(text: string): Promise<boolean> {
    const inFrame =
      (await this.region.locator('iframe').count()) > 0 ? await this.frame.getByText(text).count() : 0;
    return (await this.region.getByText(text).count()) + inFrame === 0;
  }

  async turnTo(view: string): Promise<void> {
    await this.region.getByRole('button', { name: /switch person or view/ }).click();
    await this.page.getByRole('menuitemradio', { name: view }).click();
    await this.page.keyboard.press('Escape');
  }
}

/** The tour beside the windows. */
export class TourPage {
  private readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('complementary', { name: 'Tour' });
  }

  async start(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Take the tour' }).click();
  }

  title(): Promise<string> {
    return this.panel.getByRole('heading', { level: 2 }).innerText();
  }

  /** Has the tour do the step; throws what it says when it cannot. */
  async act(): Promise<void> {
    await this.panel.locator('.tour-act button').click();
    await this.done();
  }

  async done(): Promise<void> {
    const outcome = this.panel.getByText('Done').or(this.panel.getByRole('alert'));
    await outcome.first().waitFor({ timeout: 15_000 });
    const problem = await this.panel.getByRole('alert').allInnerTexts();
    if (problem.length > 0) throw new Error(`${await this.title()}: ${problem.join(' ')}`);
  }

  async next(): Promise<void> {
    await this.panel.getByRole('button', { name: /^(Next|Finish)$/ }).click();
  }

  async leave(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Look around' }).click();
  }
}
