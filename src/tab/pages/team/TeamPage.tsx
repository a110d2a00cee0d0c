import { LockClosed20Regular, PeopleTeam48Regular } from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReferralView, TeamReferrals } from '../../../contract/referrals.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { ToldBar } from '../../components/Notice/Told.js';
import { Page } from '../../components/Page/Page.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useNow } from '../../host/timers.js';
import { useText } from '../../text/useText.js';
import { ReferralCard } from './ReferralCard.js';
import { actsOn, useReferrals } from './useReferrals.js';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: '24px' },
  private: { display: 'flex', gap: '8px', margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The local policing team's own page: what was handed to it and what it has recorded. */
export function TeamPage() {
  const text = useText();
  const styles = useStyles();
  const referrals = useReferrals();
  const { state, restart } = referrals.loading;
  if (state.kind !== 'ready') {
    return (
      <Page title={text.team.title} narrow>
        {state.kind === 'loading' ? (
          <LoadingView />
        ) : (
          <FailureView failure={state.failure} onAgain={restart} />
        )}
      </Page>
    );
  }
  const { team } = state.value;
  return (
    <Page title={text.team.title} heading={`${team.name}, ${team.forceName}`} lead={text.team.lead} narrow>
      <div className={styles.stack}>
        <ToldBar told={referrals.told} onClose={referrals.closeTold} />
        <Lists view={state.value} referrals={referrals} />
        <p className={styles.private}>
          <LockClosed20Regular />
          <span>{text.team.private}</span>
        </p>
      </div>
    </Page>
  );
}

interface ListsProps {
  readonly view: TeamReferrals;
  readonly referrals: ReturnType<typeof useReferrals>;
}

function Lists({ view, referrals }: ListsProps) {
  const text = useText();
  const open = view.referrals.filter((referral) => actsOn(referral).length > 0);
  const closed = view.referrals.filter((referral) => actsOn(referral).length === 0);
  return (
    <>
      {open.length === 0 ? (
        <EmptyView icon={<PeopleTeam48Regular />} title={text.team.emptyTitle} hint={text.team.emptyHint} />
      ) : (
        <List title={text.team.open} items={open} referrals={referrals} />
      )}
      {closed.length > 0 && <List title={text.team.closed} items={closed} referrals={referrals} />}
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly items: readonly ReferralView[];
  readonly referrals: ReturnType<typeof useReferrals>;
}

function List({ title, items, referrals }: ListProps) {
  const sections = useSectionStyles();
  const now = useNow(30_000);
  return (
    <section className={sections.section} aria-label={title}>
      <h2 className={sections.subheading}>{`${title} (${String(items.length)})`}</h2>
      <ul className={sections.list}>
        {items.map((referral) => (
          <li key={referral.id}>
            <ReferralCard
              referral={referral}
              now={now}
              busy={referrals.busy === referral.id}
              onAct={(name) => void referrals.act(referral, name)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
