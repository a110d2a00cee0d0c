import { Calendar48Regular } from '@fluentui/react-icons';
import type { MyBriefingView } from '../../../contract/briefings.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useText } from '../../text/useText.js';
import { BriefingCard } from './BriefingCard.js';
import { useMeStyles } from './Me.styles.js';
import { useMyBriefings, type MyBriefings } from './useMyBriefings.js';

/** The coming briefings, the reader's own region first. */
export function BriefingList() {
  const text = useText();
  const sections = useSectionStyles();
  const mine = useMyBriefings();
  const { state, restart } = mine.loading;
  return (
    <section className={sections.section} aria-label={text.briefing.coming}>
      <div>
        <h2 className={sections.heading}>{text.briefing.coming}</h2>
        <p className={sections.quiet}>{text.briefing.comingHint}</p>
      </div>
      {state.kind === 'loading' && <LoadingView />}
      {state.kind === 'failed' && <FailureView failure={state.failure} onAgain={restart} />}
      {state.kind === 'ready' && <Groups briefings={state.value.briefings} mine={mine} />}
    </section>
  );
}

function Groups({
  briefings,
  mine,
}: {
  readonly briefings: readonly MyBriefingView[];
  readonly mine: MyBriefings;
}) {
  const text = useText();
  const styles = useMeStyles();
  const own = briefings.filter((briefing) => briefing.isMyRegion);
  const others = briefings.filter((briefing) => !briefing.isMyRegion);
  const region = own[0]?.region;
  if (briefings.length === 0) {
    return (
      <EmptyView icon={<Calendar48Regular />} title={text.briefing.none} hint={text.briefing.noneHint} />
    );
  }
  return (
    <div className={styles.column}>
      {region && <Group title={text.briefing.myRegion(text.regions[region])} briefings={own} mine={mine} />}
      {others.length > 0 && (
        <Group
          title={region ? text.briefing.others : text.register.anyRegion}
          briefings={others}
          mine={mine}
        />
      )}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly briefings: readonly MyBriefingView[];
  readonly mine: MyBriefings;
}

function Group({ title, briefings, mine }: GroupProps) {
  const sections = useSectionStyles();
  return (
    <div className={sections.section}>
      <h3 className={sections.subheading}>{title}</h3>
      <ul className={sections.list}>
        {briefings.map((briefing) => (
          <li key={briefing.code}>
            <BriefingCard briefing={briefing} mine={mine} />
          </li>
        ))}
      </ul>
    </div>
  );
}
