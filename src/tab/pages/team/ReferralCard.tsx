import { Badge, Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons';
import type { ReferralView } from '../../../contract/referrals.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import type { Text } from '../../text/en.js';
import { clockSentence, londonTime } from '../../text/times.js';
import { useText } from '../../text/useText.js';
import { actsOn, type ReferralAct } from './useReferrals.js';

const useStyles = makeStyles({
  clock: { display: 'flex', gap: '8px', alignItems: 'flex-start', margin: 0 },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  words: {
    margin: 0,
    padding: '12px 16px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase400,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

export interface ReferralCardProps {
  readonly referral: ReferralView;
  readonly now: number;
  readonly busy: boolean;
  readonly onAct: (act: ReferralAct) => void;
}

/** One person's question to the team, with the clock that runs on it. */
export function ReferralCard({ referral, now, busy, onAct }: ReferralCardProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useStyles();
  const { person } = referral;
  const due = dueOf(text, referral);
  const audiences: Readonly<Record<string, string>> = text.audiences;
  return (
    <article className={sections.surface} aria-labelledby={`r-${referral.id}`} aria-busy={busy}>
      <div className={sections.spread}>
        <h3 id={`r-${referral.id}`} className={sections.heading}>
          {person.name}
        </h3>
        <Badge appearance="tint" color={referral.state === 'open' ? 'brand' : 'informative'}>
          {text.team.states[referral.state]}
        </Badge>
      </div>
      <p className={sections.quiet}>
        {audiences[person.audience] ?? person.audience} · {person.area ?? text.team.noArea}
        {person.email !== null && (
          <>
            {' · '}
            <Link inline href={`mailto:${person.email}`}>
              {person.email}
            </Link>
          </>
        )}
      </p>
      <blockquote className={styles.words}>{referral.text}</blockquote>
      {due && (
        <p className={styles.clock}>
          <Clock20Regular />
          <span>
            {due.words}{' '}
            <span className={referral.overdue ? styles.overdue : sections.small}>
              ({clockSentence(text, due.at, now)})
            </span>
          </span>
        </p>
      )}
      <p className={sections.small}>{text.team.received(londonTime(text, referral.createdAt))}</p>
      {actsOn(referral).length > 0 && (
        <div className={sections.row}>
          {actsOn(referral).map((act, index) => (
            <Button
              key={act}
              appearance={index === 0 ? 'primary' : 'secondary'}
              disabledFocusable={busy}
              aria-label={text.team.about(text.team[act], person.name)}
              onClick={() => {
                onAct(act);
              }}
            >
              {text.team[act]}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}

function dueOf(text: Text, referral: ReferralView): { words: string; at: string } | null {
  if (referral.state === 'open') {
    const at = referral.acknowledgeDue;
    return { words: text.team.acknowledgeBy(londonTime(text, at)), at };
  }
  if (referral.state !== 'acknowledged') return null;
  return { words: text.team.contactBy(londonTime(text, referral.contactDue)), at: referral.contactDue };
}
