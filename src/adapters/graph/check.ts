import { faultOf, graphFault, type GraphFault } from './faults.js';
import type { Graph } from './requests.js';
import type { GraphPlace } from './settings.js';
import type { TokenSource } from './tokens.js';

/** One line of `desk doctor`; `remedy` is empty when all is well. */
export interface GraphCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly remedy: string;
}

/**
 * Signs in and looks, without changing anything, whether each organiser mailbox can be reached and its meetings
 * managed. Reading is all that is tried: it needs the same consent and the same policy as writing.
 */
export async function checkMailboxes(
  { graph, tokens, place }: { graph: Graph; tokens: TokenSource; place: GraphPlace },
  regions: readonly string[],
): Promise<readonly GraphCheck[]> {
  const signedIn = await signInCheck(tokens);
  if (!signedIn.ok) return [signedIn];
  const mailboxes = new Map<string, string[]>();
  const checks: GraphCheck[] = [signedIn];
  for (const region of regions) {
    const mailbox = place.organiser(region);
    if (mailbox) mailboxes.set(mailbox, [...(mailboxes.get(mailbox) ?? []), region]);
    else checks.push(failed(`organiser of ${region}`, graphFault('no-organiser')));
  }
  for (const [mailbox, served] of mailboxes) checks.push(...(await mailboxChecks(graph, mailbox, served)));
  return checks;
}

async function signInCheck(tokens: TokenSource): Promise<GraphCheck> {
  try {
    await tokens();
    return { name: 'sign-in', ok: true, detail: 'The app can sign in.', remedy: '' };
  } catch (error) {
    return failed('sign-in', faultOf({ message: error instanceof Error ? error.message : '' }));
  }
}

async function mailboxChecks(
  graph: Graph,
  mailbox: string,
  regions: readonly string[],
): Promise<readonly GraphCheck[]> {
  const user = `/users/${encodeURIComponent(mailbox)}`;
  const served = regions.length > 3 ? `${String(regions.length)} regions` : regions.join(', ');
  const name = `calendar of ${served}`;
  const calendar = await graph({ method: 'get', path: `${user}/events?$top=1&$select=id`, repeatable: true });
  if (calendar.kind === 'fault') return [failed(name, calendar)];
  const readable = { name, ok: true, detail: 'The organiser mailbox can be read.', remedy: '' };
  return [readable, await meetingsCheck(graph, mailbox, `meetings of ${served}`)];
}

/** An access policy counts for object ids only, so a mailbox set by its address cannot be asked about beforehand. */
async function meetingsCheck(graph: Graph, mailbox: string, name: string): Promise<GraphCheck> {
  if (mailbox.includes('@')) {
    const detail =
      'Checked with the first briefing; set the mailbox by its object id to have it checked here.';
    return { name, ok: true, detail, remedy: '' };
  }
  const nothing = encodeURIComponent("JoinWebUrl eq 'https://teams.microsoft.com/l/meetup-join/none'");
  const path = `/users/${encodeURIComponent(mailbox)}/onlineMeetings?$filter=${nothing}`;
  const meetings = await graph({ method: 'get', path, repeatable: true });
  // Finding nothing is the good answer here: the question was allowed.
  if (meetings.kind === 'fault' && meetings.cause !== 'not-found') return failed(name, meetings);
  return { name, ok: true, detail: 'Meeting settings can be managed.', remedy: '' };
}

const failed = (name: string, { problem, remedy, detail }: GraphFault): GraphCheck => ({
  name,
  ok: false,
  detail: detail ? `${problem} (${detail})` : problem,
  remedy,
});
