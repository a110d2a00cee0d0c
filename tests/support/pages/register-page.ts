import type { Locator } from 'playwright-core';
import type { View } from '../tab-journey.js';

export class RegisterPage {
  constructor(readonly view: View) {}
  readonly field = (label: RegExp): Locator => this.view.getByLabel(label);
  readonly send = (): Locator => this.view.getByRole('button', { name: 'Register', exact: true });
  async fill(): Promise<void> {
    await this.field(/^Briefing/).selectOption('SC-2027-02');
    await this.field(/^Your name/).fill('Ann Example');
    await this.field(/^Your mail/).fill('ann@example.org');
    await this.field(/^I am a/).selectOption('faith-leader');
  }
}
