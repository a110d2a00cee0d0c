import { MePage } from '../support/pages/me-page.js';
import { describeJourneys } from '../support/tab-journey.js';

describeJourneys('the personal link page', (journey) => {
  test('greets, puts the own region first and speaks with the token of the path', async () => {
    const me = new MePage(await journey.browse('/me/secret-token'));
    await me.briefings().first().waitFor();
    expect(await me.greeting().textContent()).toBe('Hello, Ann Example');
    expect(await me.briefings().first().textContent()).toContain('NW-2027-02');
    const calls = journey.site.api.calls;
    expect(new Set(calls.map((call) => call.authorisation))).toEqual(new Set(['Link secret-token']));
  });

  test('stores the token nowhere', async () => {
    const page = await journey.browse('/me/secret-token');
    await new MePage(page).briefings().first().waitFor();
    const stored = await page.evaluate(
      () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]) + document.cookie,
    );
    expect(stored).not.toContain('secret-token');
  });

  test('registers for another region and withdraws, each at one click', async () => {
    const page = await journey.browse('/me/t');
    const me = new MePage(page);
    const scotland = me.briefing('SC-2027-02');
    await scotland.getByRole('button', { name: /^Register for Scotland/ }).click();
    await scotland.getByText('You are registered. Your confirmation').waitFor();
    await scotland.getByRole('link', { name: /^Join Scotland/ }).waitFor();
    await scotland.getByRole('button', { name: /^Withdraw from Scotland/ }).click();
    await scotland.getByText('You have withdrawn. You may register again').waitFor();
  });

  test('saves the calendar file under the code of the briefing', async () => {
    const page = await journey.browse('/me/t');
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Add North West/ })
      .first()
      .click();
    expect((await download).suggestedFilename()).toBe('NW-2027-02.ics');
    expect(journey.site.api.callsOf('GET', /calendar$/)[0]?.authorisation).toBe('Link t');
  });

  test('changes the language and keeps it', async () => {
    const page = await journey.browse('/me/t');
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await page.getByRole('heading', { name: 'Helo, Ann Example' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Helo, Ann Example' }).waitFor();
    expect(journey.site.api.callsOf('PUT', /^\/me$/)[0]?.body).toEqual({ language: 'cy' });
  });

  test('forgets only after asking', async () => {
    const page = await journey.browse('/me/t');
    await page.getByRole('button', { name: 'Forget me', exact: true }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    expect(journey.site.api.callsOf('DELETE', /me/)).toEqual([]);
    await page.getByRole('button', { name: 'Forget me', exact: true }).click();
    await page.getByRole('button', { name: 'Yes, forget me' }).click();
    await page.getByRole('heading', { name: 'You have been forgotten' }).waitFor();
  });

  test('a link that has run out says what to do', async () => {
    journey.site.api.fail('GET', /^\/me$/, 410, 'This link has run out. Register again to get a new one.');
    const page = await journey.browse('/me/old');
    await page.getByText('This link has run out. Register again to get a new one.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});
