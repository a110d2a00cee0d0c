/** What the tab in the frame is told about where it stands. */
export interface HostedContext {
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly frame: 'content' | 'sidePanel' | 'meetingStage';
  readonly entityId: string;
  readonly person: { readonly objectId: string | null; readonly tenantId: string; readonly email: string };
  readonly meeting?: {
    readonly id: string;
    readonly chatId: string;
    readonly title: string;
    readonly joinUrl: string;
  };
}

export interface HostWiring {
  readonly context: () => HostedContext;
  readonly token: () => Promise<string | undefined>;
  readonly openLink: (url: string) => void;
}

interface Asked {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

const VERSION = '2.58.0';

const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: {
    app: { notifySuccessResponse: {} },
    chat: {},
    dialog: { url: { bot: {}, parentCommunication: {} }, card: { bot: {} }, update: {} },
    pages: { backStack: {}, config: {}, currentApp: {}, tabs: {} },
    sharing: {},
    stageView: {},
  },
};

/** A legacy context, the flat form in which Teams sends it. People without an account have an empty one. */
function legacyContext(context: HostedContext): object {
  const { person, meeting } = context;
  const known = person.objectId !== null;
  return {
    locale: 'en-gb',
    theme: context.theme,
    entityId: context.entityId,
    subEntityId: '',
    appSessionId: 'local',
    sessionId: 'local',
    ringId: 'general',
    hostClientType: 'web',
    hostName: 'Teams',
    frameContext: context.frame,
    userObjectId: person.objectId ?? '',
    userLicenseType: known ? 'Unknown' : 'Anonymous',
    loginHint: known ? person.email : '',
    userPrincipalName: known ? person.email : '',
    tid: person.tenantId,
    ...(meeting ? { meetingId: meeting.id, chatId: meeting.chatId } : {}),
  };
}

type Answer = readonly unknown[] | undefined;
type Responder = (wiring: HostWiring, asked: Asked) => Answer | Promise<Answer>;

const RESPONDERS: Readonly<Record<string, Responder>> = {
  initialize: ({ context }) => [context().frame, 'web', JSON.stringify(RUNTIME), VERSION],
  getContext: ({ context }) => [legacyContext(context())],
  registerHandler: () => undefined,
  'appInitialization.appLoaded': () => undefined,
  'appInitialization.success': () => [undefined],
  'appInitialization.failure': () => undefined,
  'appInitialization.expectedFailure': () => undefined,
  'authentication.getAuthToken': async ({ token }) => {
    const issued = await token();
    return issued ? [true, issued] : [false, 'User is not authenticated'];
  },
  executeDeepLink({ openLink }, { args }) {
    const url = args?.[0];
    if (typeof url === 'string') openLink(url);
    return [true, ''];
  },
  shareDeepLink: () => undefined,
  'pages.currentApp.navigateTo': () => [true, ''],
  'meeting.getAppContentStageSharingCapabilities': () => [null, { doesAppHaveSharePermission: true }],
  'meeting.shareAppContentToStage': () => [null, true],
  'meeting.getMeetingDetails': ({ context }) => {
    const { meeting } = context();
    if (!meeting) return [{ errorCode: 500, message: 'not in a meeting' }];
    const details = { id: meeting.id, title: meeting.title, joinUrl: meeting.joinUrl, type: 'Scheduled' };
    return [
      null,
      { details, conversation: { id: meeting.chatId, isGroup: true, conversationType: 'groupchat' } },
    ];
  },
};

/** Plays the Teams client for one frame of this page's own origin. */
export interface TeamsHost {
  readonly setTheme: (theme: HostedContext['theme']) => void;
  readonly close: () => void;
}

/** Answers the teams-js protocol of that frame until it is closed. */
export function hostFrame(frame: HTMLIFrameElement, wiring: HostWiring): TeamsHost {
  const talk = listenTo(frame, (asked) => RESPONDERS[asked.func]?.(wiring, asked));
  return {
    setTheme: (theme) => {
      talk.send({ func: 'themeChange', args: [theme] });
    },
    close: talk.close,
  };
}

/**
 * Plays a plain browser: a page that asks for Teams is told at once that there is none, by a runtime that the
 * library refuses, instead of being left to wait until its patience ends.
 */
export function standAside(frame: HTMLIFrameElement): () => void {
  return listenTo(frame, ({ func }) =>
    func === 'initialize' ? ['content', 'web', '{}', VERSION] : undefined,
  ).close;
}

function listenTo(
  frame: HTMLIFrameElement,
  respond: (asked: Asked) => Answer | Promise<Answer>,
): { readonly send: (message: object) => void; readonly close: () => void } {
  const { origin } = window.location;
  const send = (message: object): void => frame.contentWindow?.postMessage(message, origin);
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin || !isAsked(event.data)) return;
    const { id, uuidAsString } = event.data;
    void Promise.resolve(respond(event.data)).then((args) => {
      if (args) send({ id, uuidAsString, args });
    });
  };
  window.addEventListener('message', hear);
  return {
    send,
    close: () => {
      window.removeEventListener('message', hear);
    },
  };
}

const isAsked = (data: unknown): data is Asked =>
  typeof data === 'object' &&
  data !== null &&
  typeof (data as Asked).func === 'string' &&
  typeof (data as Asked).id === 'number';
