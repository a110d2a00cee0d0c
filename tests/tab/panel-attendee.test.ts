import { anOutcome, aPerson } from '../support/tab-world.js';
import { PanelPage } from '../support/pages/panel-page.js';
import { describeJourneys } from '../support/tab-journey.js';

const SIDE = { frame: 'sidePanel', meeting: 'MEET' } as const;

describeJourneys('an attendee in the side panel', (journey) => {
  test('asks by the keyboard, reads the outcome at once and finds the question in the list', async () => {
    const { page, tab } = await journey.inTeams('/tab/panel', SIDE);
    const panel = new PanelPage(tab);
    await panel.question().focus();
    await page.keyboard.type('Does the Blue Book cover travel?');
    await page.keyboard.press('Control+Enter');
    await panel.outcome().waitFor();
    expect(await tab.locator(':focus').textContent()).toBe('Your question is with the presenter');
    const [call] = journey.site.api.callsOf('POST', /^\/questions$/);
    expect(call?.body).toEqual({ text: 'Does the Blue Book cover travel?', briefing: 'NW-2027-02' });
    expect(call?.authorisation).toBe('Bearer test-token');
    await panel.mine().getByText('Waiting for the presenter.').waitFor();
  });

  test('keeps the text when sending fails and repeats it under the same key', async () => {
    const { tab } = await journey.inTeams('/tab/panel', SIDE);
    const panel = new PanelPage(tab);
    journey.site.api.fail('POST', /questions/, 503);
    await panel.question().fill('Is the recording shared?');
    await panel.send().click();
    await panel.said(/Something is wrong on our side.*Your text is kept.*999/).waitFor();
    expect(await panel.question().inputValue()).toBe('Is the recording shared?');
    await panel.send().click();
    await panel.outcome().waitFor();
    const keys = journey.site.api.callsOf('POST', /^\/questions$/).map((call) => call.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('is told how far a text is over the limit, and nothing is sent or cut', async () => {
    const { tab } = await journey.inTeams('/tab/panel', SIDE);
    const panel = new PanelPage(tab);
    await panel.question().fill('x'.repeat(4012));
    await panel.said(/shorten your text by 12 characters/).waitFor();
    await panel.send().click({ force: true });
    expect((await panel.question().inputValue()).length).toBe(4012);
    expect(journey.site.api.callsOf('POST', /questions/)).toEqual([]);
  });

  test('is asked back and chooses', async () => {
    journey.site.api.world.outcome = anOutcome({
      kind: 'asked_back',
      title: 'Is this about your own situation?',
      choices: [
        { choice: 'local', label: 'Yes, privately to my local policing team' },
        { choice: 'presenter', label: 'No, ask the presenter' },
      ],
    });
    const { tab } = await journey.inTeams('/tab/panel', SIDE);
    const panel = new PanelPage(tab);
    await panel.question().fill('What about my back door?');
    await panel.send().click();
    await tab.getByRole('button', { name: /privately/ }).click();
    await panel.said('Your local policing team has it').waitFor();
    expect(journey.site.api.callsOf('POST', /choice$/)[0]?.body).toEqual({ choice: 'local' });
  });

  test('reads 999 first in an emergency, even when the server sent no line', async () => {
    journey.site.api.world.outcome = anOutcome({
      id: null,
      kind: 'emergency',
      route: 'emergency',
      title: 'Call 999 now',
      resources: [],
    });
    const { tab } = await journey.inTeams('/tab/panel', SIDE);
    const panel = new PanelPage(tab);
    await panel.question().fill('someone is breaking in');
    await panel.send().click();
    expect(await panel.outcome().getByRole('link').first().getAttribute('href')).toBe('tel:999');
  });

  test('sets an area that has two meanings by choosing one', async () => {
    journey.site.api.world.me = aPerson({ area: null, team: null });
    const { tab } = await journey.inTeams('/tab/panel', SIDE);
    await tab.getByLabel('Postcode, council or constituency').fill('Newport');
    await tab.getByRole('button', { name: 'Save area' }).click();
    await tab.getByText('There are two Newports. Which one is yours?').waitFor();
    await tab.getByRole('button', { name: 'Newport, Wales' }).click();
    await tab.getByText(/Your questions go to/).waitFor();
  });

  test('who is not signed in is sent to the personal link', async () => {
    const { tab } = await journey.inTeams('/tab/panel', { ...SIDE, anonymous: '1' });
    await tab.getByRole('heading', { name: 'Ask with your personal link' }).waitFor();
    const other = await journey.inTeams('/tab/panel', { ...SIDE, noauth: '1' });
    await other.tab.getByRole('heading', { name: 'Ask with your personal link' }).waitFor();
  });

  test('outside a briefing is told so and keeps the lines to call', async () => {
    journey.site.api.world.briefings = [];
    const { tab } = await journey.inTeams('/tab/panel', SIDE);
    await tab.getByRole('heading', { name: 'This meeting is not a briefing' }).waitFor();
    expect(await tab.locator('a[href="tel:999"]').count()).toBe(1);
  });
});
