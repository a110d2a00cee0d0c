import { GuidancePage } from '../support/pages/guidance-page.js';
import { describeJourneys } from '../support/tab-journey.js';

describeJourneys('the guidance library in a browser', (journey) => {
  test('puts 999 first, as a phone link', async () => {
    const library = new GuidancePage(await journey.browse('/tab/guidance'));
    await library.cards().first().waitFor();
    expect(await library.lines().first().getAttribute('href')).toBe('tel:999');
    expect(await library.lines().nth(2).getAttribute('href')).toBe('tel:0800789321');
  });

  test('still shows 999 and 101 when the library cannot be loaded, and loads it at the next try', async () => {
    journey.site.api.fail('GET', /guidance/, 500, 'No.', 1);
    const page = await journey.browse('/tab/guidance');
    const library = new GuidancePage(page);
    await page.getByRole('alert').waitFor();
    expect(await library.lines().count()).toBe(2);
    expect(await library.lines().first().getAttribute('href')).toBe('tel:999');
    await page.getByRole('button', { name: 'Try again' }).click();
    await library.card(/Blue Book/).waitFor();
  });

  test('finds by the keyboard alone, counts, and says when nothing matches', async () => {
    const page = await journey.browse('/tab/guidance');
    const library = new GuidancePage(page);
    await library.search().focus();
    await page.keyboard.type('mosqes');
    await page.getByText('1 entry', { exact: true }).waitFor();
    expect(await library.card(/places of worship/).count()).toBe(1);
    await page.keyboard.type('zzz');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('5 entries', { exact: true }).waitFor();
  });

  test('filters with counts that follow the other filters', async () => {
    const page = await journey.browse('/tab/guidance');
    const library = new GuidancePage(page);
    await library.filter('Who it is for').selectOption('faith leaders');
    await page.getByText('3 entries', { exact: true }).waitFor();
    const kinds = await library.filter('Kind').locator('option').allTextContents();
    expect(kinds).toEqual(['All', 'guide (1)', 'e-learning (1)', 'scheme (1)']);
  });

  test('opens the entry of the address, says that it has moved, and goes back to the library', async () => {
    const page = await journey.browse('/tab/guidance?entry=act-elearning');
    const library = new GuidancePage(page);
    await library.entryTitle().waitFor();
    expect(await library.entryTitle().textContent()).toBe('ACT e-Learning: counter terrorism awareness');
    await page.getByText('Moved: use the new page').waitFor();
    expect(await page.getByRole('link', { name: 'Open the new page' }).getAttribute('href')).toBe(
      'https://www.protectuk.police.uk/',
    );
    await page.getByRole('button', { name: 'All guidance' }).click();
    await page.getByText('5 entries', { exact: true }).waitFor();
    await page.goBack();
    await library.entryTitle().waitFor();
  });

  test('copies the link of an entry', async () => {
    const page = await journey.browse('/tab/guidance');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link to citizenAID app' }).click();
    await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${journey.site.origin}/tab/guidance?entry=citizen-aid`);
  });

  test('opens the entry of a Teams deep link and shares by Teams’ own dialog', async () => {
    const { page, tab } = await journey.inTeams('/tab/guidance', { frame: 'content', sub: 'blue-book' });
    await new GuidancePage(tab).entryTitle().waitFor();
    await tab
      .getByRole('button', { name: /^Share The Blue Book/ })
      .first()
      .click();
    const [shared] = await journey.said(page, 'shareDeepLink');
    expect(shared?.slice(0, 2)).toEqual(['blue-book', 'The Blue Book: a guide to personal security']);
    expect((await journey.said(page, 'appInitialization.success')).length).toBeGreaterThan(0);
  });

  test('follows the theme of Teams', async () => {
    const { page, tab } = await journey.inTeams('/tab/guidance', { frame: 'content' });
    const background = (): Promise<string> =>
      tab.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    await new GuidancePage(tab).cards().first().waitFor();
    const before = await background();
    await page.evaluate(() => {
      (window as unknown as { host: { setTheme(name: string): void } }).host.setTheme('dark');
    });
    await page.waitForTimeout(300);
    expect(await background()).not.toBe(before);
  });

  test('speaks Welsh to a Welsh browser and English at one click', async () => {
    const page = await journey.browse('/tab/guidance', { locale: 'cy-GB' });
    const library = new GuidancePage(page);
    expect(await library.title().textContent()).toBe('Llyfrgell ganllawiau');
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Guidance library' }).waitFor();
  });
});
