import type { Locator } from 'playwright-core';
import type { View } from '../tab-journey.js';

export class GuidancePage {
  constructor(readonly view: View) {}
  readonly title = (): Locator => this.view.getByRole('heading', { level: 1 });
  readonly lines = (): Locator => this.view.getByRole('region', { name: 'Lines to call' }).getByRole('link');
  readonly search = (): Locator => this.view.getByRole('searchbox');
  readonly filter = (label: string): Locator => this.view.getByLabel(label, { exact: true });
  readonly count = (): Locator => this.view.getByText(/^\d+ (entry|entries)$/);
  readonly cards = (): Locator => this.view.getByRole('article');
  readonly card = (title: RegExp): Locator => this.view.getByRole('article').filter({ hasText: title });
  readonly entryTitle = (): Locator =>
    this.view.getByRole('article').first().getByRole('heading', { level: 2 });
}
