import { ActivityTypes, type TurnContext } from 'botbuilder';

/**
 * Shows that the desk is at work where an answer takes longer than `after` milliseconds, to one person in their own
 * chat alone: in a meeting it would tell everybody that somebody has asked. A failure to show it changes nothing.
 */
export async function whileTyping<Answer>(
  context: Pick<TurnContext, 'sendActivity'>,
  { scope, after }: { readonly scope: string; readonly after: number | undefined },
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (after === undefined || scope !== 'personal') return work();
  let shown: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    shown = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, after);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await shown; // or it could arrive behind the answer and stay
  }
}
