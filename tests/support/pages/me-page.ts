import type { Locator } from 'playwright-core';
import type { View } from '../tab-journey.js';

export class MePage {
  constructor(readonly view: View) {}
  readonly greeting = (): Locator => this.view.getByRole('heading', { level: 1 });
  readonly briefings = (): Locator =>
    this.view.getByRole('region', { name: 'Coming briefings' }).getByRole('article');
  readonly briefing = (code: string): Locator => this.briefings().filter({ hasText: code });
  readonly area = (): Locator => this.view.getByRole('region', { name: 'My area' });
  readonly button = (name: RegExp | string): Locator => this.view.getByRole('button', { name });
}
