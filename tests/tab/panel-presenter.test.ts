import { aQueueItem } from '../support/tab-world.js';
import { PanelPage } from '../support/pages/panel-page.js';
import { describeJourneys, type Journey } from '../support/tab-journey.js';

const SIDE = { frame: 'sidePanel', meeting: 'MEET' } as const;
const ROUTE = 'vary the route';

async function openQueue(
  journey: Journey,
): Promise<{ page: Awaited<ReturnType<Journey['inTeams']>>['page']; panel: PanelPage }> {
  journey.site.api.world.role = 'presenter';
  const { page, tab } = await journey.inTeams('/tab/panel', SIDE);
  const panel = new PanelPage(tab);
  await panel.card(ROUTE).waitFor();
  return { page, panel };
}

describeJourneys('a presenter in the side panel', (journey) => {
  test('accepts by the keyboard, shows it on the stage and marks it as answered', async () => {
    const { page, panel } = await openQueue(journey);
    await panel.button(ROUTE, 'Accept').focus();
    await page.keyboard.press('Enter');
    await panel.card(ROUTE).waitFor({ state: 'detached' });
    await panel.tab('Accepted, 3').click();
    await panel.button(ROUTE, 'Show on stage').click();
    await panel.said('The question is on the stage').waitFor({ state: 'attached' });
    const [shared] = await journey.said(page, 'meeting.shareAppContentToStage');
    expect(shared?.[0]).toBe(`${journey.site.origin}/tab/stage?code=NW-2027-02&question=q1`);
    expect(shared?.[1]).toEqual({ sharingProtocol: 'ScreenShare' });
    await panel.button(ROUTE, 'Answered').click();
    await panel.tab('Done, 2').waitFor();
  });

  test('walks the tabs with the arrow keys', async () => {
    const { page, panel } = await openQueue(journey);
    await panel.tab('Waiting, 2').focus();
    await page.keyboard.press('ArrowRight');
    await panel.said(/only 46 % sure/).waitFor();
    await panel
      .said('The desk reads: for the presenters (46 %). A second opinion: another topic (80 %).')
      .waitFor();
    await page.keyboard.press('ArrowRight');
    await panel.card('ACT course').waitFor();
  });

  test('sees how many ask the same, reads their wordings and decides them together', async () => {
    journey.site.api.world.queue[0] = aQueueItem({
      askers: 3,
      seen: 'm2.m3',
      wordings: [
        { id: 'q1b', text: 'Should the way to work change every day?', version: 1 },
        { id: 'q1c', text: 'Is it wise to change routes often?', version: 4 },
      ],
    });
    const { panel } = await openQueue(journey);
    await panel.card(ROUTE).getByText('Asked by 3').waitFor();
    const other = panel.card(ROUTE).getByText('Should the way to work change every day?');
    expect(await other.isVisible()).toBe(false);
    const show = panel.button(ROUTE, 'Show the 2 other wordings');
    await show.click();
    await other.waitFor();
    expect(await show.getAttribute('aria-expanded')).toBe('true');
    await panel.card(ROUTE).getByRole('button', { name: 'Not the same' }).nth(1).click();
    await panel.said('Taken out of the group').waitFor({ state: 'attached' });
    await panel.button(ROUTE, 'Decline').click();
    const dialog = panel.view.getByRole('dialog');
    await dialog.getByText(/^All 2 who asked it read this/).waitFor();
    await dialog.getByText('Should the way to work change every day?').waitFor();
    await dialog.getByLabel(/^Reason/).fill('The handout answers this.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await panel.tab('Done, 2').waitFor();
    const sent = journey.site.api.callsOf('POST', /items/);
    expect(sent.map(({ body }) => body)).toEqual([
      { act: 'split', version: 4 },
      { act: 'decline', version: 1, seen: 'm2.m3', reason: 'The handout answers this.' },
    ]);
  });

  test('the stage says how many asked', async () => {
    const { queue } = journey.site.api.world;
    queue.push(aQueueItem({ id: 'q9', text: 'Do hedges help?', state: 'accepted', askers: 4 }));
    const { tab } = await journey.inTeams('/tab/stage?code=NW-2027-02&question=q9', {
      frame: 'meetingStage',
      meeting: 'MEET',
      width: 1280,
    });
    await tab.getByRole('heading', { name: 'Do hedges help?' }).waitFor();
    await tab.getByText('Asked by 4').waitFor();
  });

  test('declines only with a reason, which the asker will read', async () => {
    const { panel } = await openQueue(journey);
    await panel.button(ROUTE, 'Decline').click();
    const dialog = panel.view.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await dialog.getByText('Please give a reason').waitFor();
    await dialog.getByLabel(/^Reason/).fill('The Blue Book answers this well.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await panel.tab('Done, 2').waitFor();
    expect(journey.site.api.callsOf('POST', /items/)[0]?.body).toEqual({
      act: 'decline',
      version: 1,
      reason: 'The Blue Book answers this well.',
    });
  });

  test('closes the dialog with Escape and nothing is sent', async () => {
    const { page, panel } = await openQueue(journey);
    await panel.button(ROUTE, 'Decline').click();
    await panel.view.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await panel.view.getByRole('dialog').waitFor({ state: 'detached' });
    expect(journey.site.api.callsOf('POST', /items/)).toEqual([]);
  });

  test('who comes second is told who was first and sees the queue as it is', async () => {
    const { panel } = await openQueue(journey);
    const { queue } = journey.site.api.world;
    queue[0] = aQueueItem({ state: 'declined', version: 2 });
    await panel.button(ROUTE, 'Accept').click();
    await panel.said(/Sam Sample was first.*your click changed nothing/).waitFor();
    await panel.tab('Done, 2').waitFor();
    await panel.card(ROUTE).waitFor({ state: 'detached' });
  });

  test('sees a new question without reloading, and hears of it', async () => {
    const { panel } = await openQueue(journey);
    journey.site.api.world.queue.push(aQueueItem({ id: 'new', text: 'May I bring a colleague?' }));
    await panel.said('Live').waitFor();
    journey.site.api.emitChanged();
    await panel.card('May I bring a colleague?').waitFor();
    await panel.said('1 new question').waitFor({ state: 'attached' });
  });

  test('keeps up by polling when the stream is down', async () => {
    journey.site.api.streaming = false;
    const { panel } = await openQueue(journey);
    await panel.said('Updating every few seconds').waitFor();
    journey.site.api.world.queue.push(aQueueItem({ id: 'new', text: 'May I bring a colleague?' }));
    await panel.card('May I bring a colleague?').waitFor({ timeout: 12_000 });
  });

  test('steps through the accepted questions on the stage', async () => {
    journey.site.api.world.role = 'presenter';
    const { tab } = await journey.inTeams('/tab/stage?code=NW-2027-02&question=q5', {
      frame: 'meetingStage',
      meeting: 'MEET',
      width: 1280,
    });
    await tab.getByRole('heading', { name: /visitor log/ }).waitFor();
    await tab.getByRole('button', { name: 'Next question' }).click();
    await tab.getByRole('heading', { name: /ACT course/ }).waitFor();
  });

  test('a stage that may not see the queue shows no question', async () => {
    journey.site.api.fail('GET', /^\/queue/, 403, 'Only presenters.', 9);
    const { tab } = await journey.inTeams('/tab/stage?code=NW-2027-02', {
      frame: 'meetingStage',
      meeting: 'MEET',
    });
    await tab.getByRole('heading', { name: 'The presenter will show questions here' }).waitFor();
  });
});
