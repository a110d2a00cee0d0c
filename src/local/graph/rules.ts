/** A refusal in the form in which Graph words it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

type Check = (value: unknown, path: string) => string | undefined;

const text: Check = (value, path) => (typeof value === 'string' ? undefined : `'${path}' must be a string`);
const flag: Check = (value, path) => (typeof value === 'boolean' ? undefined : `'${path}' must be a boolean`);
const whole: Check = (value, path) => (Number.isInteger(value) ? undefined : `'${path}' must be an integer`);

const oneOf =
  (...values: string[]): Check =>
  (value, path) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : `Invalid value '${String(value)}' for '${path}'; members are ${values.join(', ')}`;

const readOnly: Check = (_value, path) => `The property '${path}' is read-only and cannot be set`;

const listOf =
  (item: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value
          .map((entry, index) => item(entry, `${path}[${String(index)}]`))
          .find((fault) => fault !== undefined)
      : `'${path}' must be a collection`;

/** An object that holds known properties only. */
function shape(properties: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `'${path}' must be an object`;
    const missing = needed.find((name) => !(name in value));
    if (missing) return `'${path}' lacks '${missing}'`;
    for (const [name, entry] of Object.entries(value)) {
      const check = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (!check) return `The property '${name}' does not exist on type '${path}'`;
      const fault = entry === null ? undefined : check(entry, `${path}.${name}`);
      if (fault) return fault;
    }
    return undefined;
  };
}

/** This service keeps London's wall clock: any other zone would move its briefings when the clocks change. */
const zone: Check = (value, path) =>
  value === 'Europe/London' || value === 'GMT Standard Time' ? undefined : `'${path}' is not London's zone`;
const wallClock: Check = (value, path) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value)
    ? undefined
    : `'${path}' must be a date and time without an offset`;

const moment = shape({ dateTime: wallClock, timeZone: zone }, ['dateTime', 'timeZone']);
const emailAddress = shape({ address: text, name: text }, ['address']);
const recipient = shape({ emailAddress }, ['emailAddress']);
const body = shape({ contentType: oneOf('text', 'html'), content: text });

/** What v1.0 takes in an event, as far as this service may send it. */
const EVENT = {
  subject: text,
  body,
  start: moment,
  end: moment,
  attendees: listOf(
    shape({ emailAddress, type: oneOf('required', 'optional', 'resource') }, ['emailAddress']),
  ),
  isOnlineMeeting: flag,
  onlineMeetingProvider: oneOf('unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness'),
  hideAttendees: flag,
  responseRequested: flag,
  allowNewTimeProposals: flag,
  transactionId: text,
  categories: listOf(text),
  isReminderOn: flag,
  reminderMinutesBeforeStart: whole,
  id: readOnly,
  changeKey: readOnly,
  iCalUId: readOnly,
  onlineMeeting: readOnly,
  onlineMeetingUrl: readOnly,
  type: readOnly,
};

const SCOPES = [
  'organizer',
  'organization',
  'organizationAndFederated',
  'everyone',
  'invited',
  'organizationExcludingGuests',
];
const identity = shape({ id: text, displayName: text });
const participant = shape({
  upn: text,
  role: oneOf('attendee', 'presenter', 'coorganizer'),
  identity: shape({ user: identity, application: identity, device: identity }),
});

const ONLINE_MEETING = {
  subject: text,
  allowAttendeeToEnableCamera: flag,
  allowAttendeeToEnableMic: flag,
  allowedPresenters: oneOf('everyone', 'organization', 'roleIsPresenter', 'organizer'),
  allowMeetingChat: oneOf('enabled', 'disabled', 'limited'),
  allowTranscription: flag,
  allowRecording: flag,
  isEntryExitAnnounced: flag,
  lobbyBypassSettings: shape({ scope: oneOf(...SCOPES), isDialInBypassEnabled: flag }),
  recordAutomatically: flag,
  participants: shape({ attendees: listOf(participant), organizer: readOnly }),
  startDateTime: text,
  endDateTime: text,
  id: readOnly,
  joinWebUrl: readOnly,
  joinInformation: readOnly,
  creationDateTime: readOnly,
  audioConferencing: readOnly,
  videoTeleconferenceId: readOnly,
};

const attachment = shape(
  {
    '@odata.type': oneOf('#microsoft.graph.fileAttachment'),
    name: text,
    contentType: text,
    contentBytes: text,
  },
  ['@odata.type', 'name'],
);
const MESSAGE = {
  subject: text,
  body,
  toRecipients: listOf(recipient),
  ccRecipients: listOf(recipient),
  bccRecipients: listOf(recipient),
  replyTo: listOf(recipient),
  from: recipient,
  attachments: listOf(attachment),
  importance: oneOf('low', 'normal', 'high'),
  internetMessageHeaders: listOf(shape({ name: text, value: text })),
};
/** The names of an action's parameters are read without regard to case. */
const SEND_MAIL = {
  Message: shape(MESSAGE, ['toRecipients']),
  message: shape(MESSAGE, ['toRecipients']),
  SaveToSentItems: flag,
  saveToSentItems: flag,
};

const BODIES = {
  newEvent: shape(EVENT, ['subject', 'start', 'end']),
  eventChange: shape({ ...EVENT, transactionId: readOnly }),
  onlineMeetingChange: shape(ONLINE_MEETING),
  cancel: shape({ Comment: text, comment: text }),
  sendMail: shape(SEND_MAIL),
} as const;

/** What Graph would say to that body, or undefined when it takes it. */
export function refusalOf(kind: keyof typeof BODIES, value: unknown): Refusal | undefined {
  const fault = BODIES[kind](value, kind);
  return fault === undefined ? undefined : { status: 400, code: 'BadRequest', message: fault };
}
