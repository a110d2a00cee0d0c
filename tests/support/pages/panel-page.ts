import type { Locator } from 'playwright-core';
import type { View } from '../tab-journey.js';

export class PanelPage {
  constructor(readonly view: View) {}
  readonly question = (): Locator => this.view.getByLabel('Your question', { exact: true });
  readonly send = (): Locator => this.view.getByRole('button', { name: 'Send' });
  readonly outcome = (): Locator => this.view.locator('[data-outcome]');
  readonly mine = (): Locator => this.view.getByRole('region', { name: 'My questions' });
  readonly tab = (name: string): Locator => this.view.getByRole('tab', { name });
  readonly cards = (): Locator => this.view.getByRole('tabpanel').getByRole('article');
  readonly card = (words: string): Locator => this.cards().filter({ hasText: words });
  readonly button = (words: string, name: string): Locator => this.card(words).getByRole('button', { name });
  readonly said = (words: RegExp | string): Locator => this.view.getByText(words);
}
