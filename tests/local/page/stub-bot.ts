import type { TurnContext } from 'botbuilder';

type Json = Record<string, unknown>;

const execute = (title: string, verb: string, more: Json = {}): Json => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { id: '1' },
  ...more,
});
const line = (text: string, more: Json = {}): Json => ({ type: 'TextBlock', text, wrap: true, ...more });
const card = (body: readonly Json[], actions: readonly Json[] = []): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
const heading = (text: string): Json => line(text, { size: 'Large', weight: 'Bolder', style: 'heading' });

const DATES = ['8 February', '14 March', '11 April', '13 June', '8 August', '10 October', '12 December'];

export const planCard = (): Json =>
  card(
    [
      heading('North West, 2028'),
      line('Seven briefings, second Tuesday, 18:00 to 19:00 (London time).', { isSubtle: true }),
      ...DATES.map((date, index) => ({
        type: 'ColumnSet',
        spacing: 'Small',
        columns: [
          { type: 'Column', width: 'stretch', items: [line(`Tuesday ${date}`)] },
          {
            type: 'Column',
            width: 'auto',
            items: [
              line(index === 2 ? 'Recess' : 'Clear', {
                color: index === 2 ? 'Warning' : 'Good',
                weight: 'Bolder',
              }),
            ],
          },
        ],
      })),
    ],
    [
      execute('Confirm', 'briefings/confirm', { style: 'positive' }),
      execute('Change', 'briefings/change'),
      execute('Discard', 'briefings/discard'),
    ],
  );

const doneCard = (): Json =>
  card([
    {
      type: 'Container',
      style: 'good',
      bleed: true,
      items: [
        heading('Seven briefings made'),
        line('Published to the region. Attendees are never put on the calendar event.'),
      ],
    },
  ]);

const emergencyCard = (): Json =>
  card([
    {
      type: 'Container',
      style: 'attention',
      bleed: true,
      items: [
        heading('Call 999 now'),
        line('If you cannot speak, press **55** when asked. Do not wait for an answer here.'),
      ],
    },
  ]);

export const referralCard = (): Json =>
  card(
    [
      heading('Referral: Manchester'),
      {
        type: 'FactSet',
        facts: [
          { title: 'From', value: 'Cllr Maya Okafor' },
          { title: 'Reply by', value: 'Friday 12 February, 18:04' },
        ],
      },
      {
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text: 'Should I put a second camera over the door of my office?' }],
      },
      {
        type: 'Input.Text',
        id: 'note',
        label: 'Note for the record',
        isRequired: true,
        errorMessage: 'Please say what was done.',
      },
    ],
    [
      execute('Acknowledge', 'referrals/acknowledge', { style: 'positive', associatedInputs: 'none' }),
      execute('Close', 'referrals/close'),
    ],
  );

const toldCard = (title: string, words: string): Json => card([heading(title), line(words)]);

const attachment = (content: Json): Json => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

/** A scripted bot for the page's tests: enough answers to draw every kind of window. */
export async function stubTurn(context: TurnContext): Promise<object | undefined> {
  const { type, text } = context.activity;
  if (type === 'message') await context.sendActivity(attachment(replyTo(text)));
  if (type !== 'invoke') return undefined;
  const { action } = context.activity.value as { action: { verb: string } };
  if (action.verb === 'briefings/discard') {
    return {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: '400', message: 'Ask for the card again.' },
    };
  }
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: doneCard() };
}

function replyTo(text: string): Json {
  if (/schedule/.test(text)) return planCard();
  if (/knife/.test(text)) return emergencyCard();
  if (/camera/.test(text))
    return toldCard(
      'Sent to your local policing team',
      'Greater Manchester Police, elected official adviser. They reply within three working days.',
    );
  return toldCard(
    'Good evening',
    'Type **register** for a place at a briefing, or **help** for everything I can do.',
  );
}
