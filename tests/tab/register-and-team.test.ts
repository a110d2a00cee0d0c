import { RegisterPage } from '../support/pages/register-page.js';
import { describeJourneys } from '../support/tab-journey.js';
import { aReferral } from '../support/tab-world.js';

describeJourneys('registering in public', (journey) => {
  test('names every answer that is missing and moves the keyboard to the count', async () => {
    const page = await journey.browse('/register');
    await new RegisterPage(page).send().click();
    await page.getByText('Please choose a briefing.').waitFor();
    await page.getByText('Please give a mail address such as name@example.org.').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('4 answers need your attention');
    expect(journey.site.api.callsOf('POST', /registrations/)).toEqual([]);
  });

  test('thanks neutrally and points to the mail', async () => {
    const page = await journey.browse('/register');
    const form = new RegisterPage(page);
    await form.fill();
    await form.send().click();
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
    const [call] = journey.site.api.callsOf('POST', /registrations/);
    expect(call?.authorisation).toBeUndefined();
    expect(call?.body).toEqual({
      briefing: 'SC-2027-02',
      name: 'Ann Example',
      email: 'ann@example.org',
      audience: 'faith-leader',
      language: 'en',
    });
  });

  test('keeps all answers when the server refuses, and says why', async () => {
    const page = await journey.browse('/register');
    const form = new RegisterPage(page);
    journey.site.api.fail(
      'POST',
      /registrations/,
      429,
      'Too many registrations from here. Wait ten minutes.',
    );
    await form.fill();
    await form.send().click();
    await page.getByText('Too many registrations from here. Wait ten minutes.').waitFor();
    expect(await form.field(/^Your name/).inputValue()).toBe('Ann Example');
  });

  test('offers only the briefings of the chosen region', async () => {
    const page = await journey.browse('/register');
    const form = new RegisterPage(page);
    await form.field(/^Region/).selectOption('wales');
    expect(
      await form
        .field(/^Briefing/)
        .locator('option')
        .allTextContents(),
    ).toEqual(['Please choose', 'Wales: Tuesday 16 February 2027, 18:00 to 19:00 (London time)']);
  });
});

describeJourneys('the local team’s page', (journey) => {
  test('acknowledges and records the contact', async () => {
    const page = await journey.browse('/team/team-token');
    await page.getByRole('button', { name: 'Acknowledge: Ann Example' }).click();
    await page.getByRole('button', { name: 'Acknowledge: Ann Example' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Contact made: Ann Example' }).click();
    await page.getByRole('button', { name: 'Close: Ann Example' }).waitFor();
    expect(journey.site.api.callsOf('POST', /referrals/)[0]).toMatchObject({
      authorisation: 'Link team-token',
      body: { act: 'acknowledge', version: 3 },
    });
  });

  test('says how late an overdue referral is', async () => {
    const page = await journey.browse('/team/t');
    await page.getByText('(overdue by 2 h 5 min)').waitFor();
  });

  test('tells who comes second who was first', async () => {
    const page = await journey.browse('/team/t');
    await page.getByRole('button', { name: 'Acknowledge: Ann Example' }).waitFor();
    journey.site.api.world.referrals[1] = aReferral({ state: 'acknowledged', version: 4 });
    await page.getByRole('button', { name: 'Acknowledge: Ann Example' }).click();
    await page.getByText(/Sergeant Sample acknowledged it at 18:04.*changed nothing/).waitFor();
    await page.getByRole('button', { name: 'Acknowledge: Ann Example' }).waitFor({ state: 'detached' });
  });
});

describeJourneys('setting up a tab', (journey) => {
  test('saves what was chosen when Teams asks', async () => {
    const { page, tab } = await journey.inTeams('/tab/configure', {
      frame: 'settings',
      meeting: 'MEET',
      width: 640,
    });
    await tab.getByRole('radio', { name: /Briefing panel/, checked: true }).waitFor();
    await tab.getByRole('radio', { name: /Guidance library/ }).check();
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      (window as unknown as { host: { emit(func: string, args: unknown[]): void } }).host.emit(
        'settings.save',
        [{}],
      );
    });
    await page.waitForTimeout(500);
    const [saved] = await journey.said(page, 'settings.setSettings');
    expect(saved?.[0]).toMatchObject({
      entityId: 'guidance',
      contentUrl: `${journey.site.origin}/tab/guidance`,
    });
    expect((await journey.said(page, 'settings.save.success')).length).toBe(1);
  });
});
