import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import { CalendarAdd20Regular, Video20Regular } from '@fluentui/react-icons';
import type { MyBriefingView } from '../../../contract/briefings.js';
import { ToldBar } from '../../components/Notice/Told.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { laterClock, longDate } from '../../text/times.js';
import { useText } from '../../text/useText.js';
import { useMeStyles } from './Me.styles.js';
import type { MyBriefings } from './useMyBriefings.js';

const COLOURS = {
  confirmed: 'success',
  waiting: 'warning',
  declined: 'danger',
  withdrawn: 'informative',
} as const;

export interface BriefingCardProps {
  readonly briefing: MyBriefingView;
  readonly mine: MyBriefings;
}

/** A coming briefing with the reader's own place in it. */
export function BriefingCard({ briefing, mine }: BriefingCardProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useMeStyles();
  const [, month = '1', day = ''] = briefing.date.split('-');
  const told = mine.told?.code === briefing.code ? mine.told : null;
  return (
    <article
      className={mergeClasses(sections.surface, styles.briefing)}
      aria-labelledby={`b-${briefing.code}`}
    >
      <div className={styles.date} aria-hidden>
        <span className={styles.day}>{Number(day)}</span>
        <span className={styles.month}>{(text.months[Number(month) - 1] ?? '').slice(0, 3)}</span>
      </div>
      <div className={styles.body}>
        <div>
          <h4 id={`b-${briefing.code}`} className={sections.subheading}>
            {text.regions[briefing.region]}
          </h4>
          <p className={sections.plain}>{longDate(text, briefing.date)}</p>
          <p className={sections.small}>
            {text.time.hours(briefing.time, laterClock(briefing.time, briefing.minutes))} ·{' '}
            <span className={sections.nowrap}>{briefing.code}</span>
          </p>
        </div>
        <Standing briefing={briefing} />
        {briefing.topics.length > 0 && (
          <details>
            <summary className={styles.summary}>{text.briefing.topics}</summary>
            <ul className={styles.topics}>
              {briefing.topics.map((topic) => (
                <li key={topic.title}>
                  <strong>{topic.title}</strong>
                  {topic.summary !== '' && `: ${topic.summary}`}
                </li>
              ))}
            </ul>
          </details>
        )}
        <Actions briefing={briefing} mine={mine} />
        <ToldBar told={told} onClose={mine.closeTold} />
      </div>
    </article>
  );
}

function Standing({ briefing }: { readonly briefing: MyBriefingView }) {
  const text = useText();
  const sections = useSectionStyles();
  const state = text.briefing.state[briefing.status];
  const { registration } = briefing;
  if (state === '' && registration === null) return null;
  return (
    <div className={sections.row}>
      {registration !== null && (
        <Badge appearance="tint" color={COLOURS[registration]}>
          {text.briefing.status[registration]}
        </Badge>
      )}
      {state !== '' && (
        <Badge appearance="tint" color={briefing.status === 'cancelled' ? 'danger' : 'brand'}>
          {state}
        </Badge>
      )}
    </div>
  );
}

function Actions({ briefing, mine }: BriefingCardProps) {
  const text = useText();
  const sections = useSectionStyles();
  const busy = mine.busy === briefing.code;
  const what = `${text.regions[briefing.region]}, ${longDate(text, briefing.date)}`;
  const held = briefing.registration === 'confirmed' || briefing.registration === 'waiting';
  if (briefing.status === 'cancelled' || briefing.status === 'over') return null;
  return (
    <div className={sections.row}>
      {briefing.joinUrl !== null && (
        <Button
          as="a"
          size="small"
          appearance="primary"
          icon={<Video20Regular />}
          href={briefing.joinUrl}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={text.briefing.joinLabel(what)}
        >
          {text.briefing.join}
        </Button>
      )}
      {briefing.registration === 'confirmed' && (
        <Button
          size="small"
          icon={<CalendarAdd20Regular />}
          aria-label={text.briefing.calendarLabel(what)}
          onClick={() => void mine.saveCalendar(briefing)}
        >
          {text.briefing.calendar}
        </Button>
      )}
      {held ? (
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={busy}
          aria-label={text.briefing.withdrawLabel(what)}
          onClick={() => void mine.withdraw(briefing)}
        >
          {text.briefing.withdraw}
        </Button>
      ) : (
        <Button
          size="small"
          appearance={briefing.isMyRegion ? 'primary' : 'secondary'}
          disabledFocusable={busy}
          aria-label={text.briefing.registerLabel(what)}
          onClick={() => void mine.register(briefing)}
        >
          {text.briefing.register}
        </Button>
      )}
    </div>
  );
}
