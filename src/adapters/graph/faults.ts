/** What can be wrong between us and the calendar service. */
export type GraphCause =
  | 'no-organiser'
  | 'no-access-policy'
  | 'no-mailbox'
  | 'no-licence'
  | 'expired-secret'
  | 'secret-id-used'
  | 'certificate-refused'
  | 'app-unknown'
  | 'tenant-unknown'
  | 'sign-in-refused'
  | 'token-refused'
  | 'forbidden'
  | 'not-found'
  | 'not-ready'
  | 'throttled'
  | 'unavailable'
  | 'unreachable'
  | 'rejected';

/** A failure with its cause and what to do about it, in words for people; never holds a token or an address. */
export interface GraphFault {
  readonly kind: 'fault';
  readonly cause: GraphCause;
  readonly problem: string;
  readonly remedy: string;
  /** True when trying again later may well help by itself. */
  readonly passing: boolean;
  readonly retryAfterSeconds?: number;
  /** The service's own code and request id, for the log. */
  readonly detail: string;
}

const ADMIN = 'Ask your Microsoft 365 administrator';
const OPERATOR = 'Ask the operator of Briefing Desk';

const WORDS: Readonly<Record<GraphCause, { problem: string; remedy: string; passing?: true }>> = {
  'no-organiser': {
    problem: 'No organiser mailbox is set for this region.',
    remedy: `${OPERATOR} to set ORGANISER_MAILBOX, or ORGANISER_MAILBOX_ with the region’s name.`,
  },
  'no-access-policy': {
    problem: 'Teams does not let the app manage meetings of the organiser mailbox.',
    remedy: `${ADMIN} to grant an application access policy to that mailbox (New-CsApplicationAccessPolicy, then Grant-CsApplicationAccessPolicy). It takes up to 30 minutes to count.`,
    passing: true,
  },
  'no-mailbox': {
    problem: 'The organiser mailbox does not exist or has no Exchange Online mailbox.',
    remedy: `${ADMIN} to check the address in the ORGANISER_MAILBOX setting and the mailbox’s licence.`,
  },
  'no-licence': {
    problem: 'The event was made without a Teams meeting.',
    remedy: `${ADMIN} to give the organiser mailbox a licence with Teams and to allow online meetings for it.`,
  },
  'expired-secret': {
    problem: 'The app’s client secret has expired.',
    remedy: `${OPERATOR} to make a new client secret in the app registration and to set GRAPH_CLIENT_SECRET.`,
  },
  'secret-id-used': {
    problem: 'The client secret is wrong: most often the secret’s ID was copied instead of its value.',
    remedy: `${OPERATOR} to set GRAPH_CLIENT_SECRET to the value, which is shown only once, when the secret is made.`,
  },
  'certificate-refused': {
    problem: 'The identity platform does not accept the app’s certificate.',
    remedy: `${OPERATOR} to check that the certificate of GRAPH_CERTIFICATE_PATH is registered with the app and has not expired.`,
  },
  'app-unknown': {
    problem: 'The app is not known in the tenant.',
    remedy: `${OPERATOR} to check GRAPH_CLIENT_ID and GRAPH_TENANT_ID, and an administrator to consent to the app.`,
  },
  'tenant-unknown': { problem: 'The tenant is not known.', remedy: `${OPERATOR} to check GRAPH_TENANT_ID.` },
  'sign-in-refused': {
    problem: 'The identity platform refuses to sign the app in.',
    remedy: `${OPERATOR} to run “desk doctor”, which names the setting.`,
  },
  'token-refused': {
    problem: 'The calendar service does not accept the app’s token.',
    remedy: `${OPERATOR} to check that GRAPH_BASE_URL and GRAPH_AUTHORITY belong to the same cloud.`,
  },
  forbidden: {
    problem: 'The app lacks a permission for the organiser mailbox.',
    remedy: `${ADMIN} to consent to Calendars.ReadWrite, OnlineMeetings.ReadWrite.All and Mail.Send, and to include the mailbox in the app’s scope in Exchange.`,
  },
  'not-found': {
    problem: 'The event or meeting is not there any more; somebody may have removed it in Outlook.',
    remedy: 'Cancel this briefing and plan it again.',
  },
  'not-ready': {
    problem: 'Teams has not finished making the meeting.',
    remedy: 'It is tried again by itself.',
    passing: true,
  },
  throttled: {
    problem: 'Microsoft 365 is asking for a pause.',
    remedy: 'It is tried again by itself.',
    passing: true,
  },
  unavailable: {
    problem: 'Microsoft 365 has a fault at the moment.',
    remedy: 'It is tried again by itself.',
    passing: true,
  },
  unreachable: {
    problem: 'Microsoft 365 cannot be reached.',
    remedy: 'It is tried again by itself; if it lasts, ask the operator to check the network.',
    passing: true,
  },
  rejected: {
    problem: 'The calendar service rejected the request.',
    remedy: `${OPERATOR} to look into the log for its code.`,
  },
};

/** The fault of that cause. */
export function graphFault(cause: GraphCause, detail = '', retryAfterSeconds?: number): GraphFault {
  const { problem, remedy, passing } = WORDS[cause];
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return { kind: 'fault', cause, problem, remedy, passing: passing ?? false, detail, ...wait };
}

/** The words for a cause, for checks that need no request. */
export const wordsOf = (cause: GraphCause): { problem: string; remedy: string } => WORDS[cause];

/** What the graph client throws, as far as it is read here. */
interface Thrown {
  readonly statusCode?: number;
  readonly code?: string | null;
  readonly message?: string;
  readonly requestId?: string | null;
  readonly headers?: { get(name: string): string | null };
}

/** Names the cause of what a request threw. */
export function faultOf(thrown: unknown): GraphFault {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Thrown;
  const status = error.statusCode ?? -1;
  const code = error.code ?? '';
  const message = error.message ?? '';
  const wait = Number(error.headers?.get('retry-after') ?? Number.NaN);
  const detail = [String(status), signInCode(message) ?? code, error.requestId].filter(Boolean).join(' ');
  return graphFault(causeOf(status, code, message), detail, Number.isFinite(wait) ? wait : undefined);
}

function causeOf(status: number, code: string, message: string): GraphCause {
  if (status === -1) return signInCause(message);
  if (status === 401) return 'token-refused';
  if (status === 403)
    return /access policy|on behalf of (?:this )?user/i.test(message) ? 'no-access-policy' : 'forbidden';
  if (status === 404)
    return /mailbox|resourcenotfound|invaliduser/i.test(`${code} ${message}`) ? 'no-mailbox' : 'not-found';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'unavailable';
  return /invaliduser|mailbox/i.test(code) ? 'no-mailbox' : 'rejected';
}

const SIGN_IN: readonly (readonly [RegExp, GraphCause])[] = [
  [/AADSTS7000222/, 'expired-secret'],
  [/AADSTS7000215/, 'secret-id-used'],
  [/AADSTS7000(?:27|24|21)\b|AADSTS700027/, 'certificate-refused'],
  [/AADSTS700016/, 'app-unknown'],
  [/AADSTS90002\b|AADSTS900023/, 'tenant-unknown'],
  [/AADSTS|invalid_client|unauthorized_client|invalid_request/, 'sign-in-refused'],
];

function signInCause(message: string): GraphCause {
  return SIGN_IN.find(([pattern]) => pattern.test(message))?.[1] ?? 'unreachable';
}

const signInCode = (message: string): string | undefined => /AADSTS\d+/.exec(message)?.[0];
