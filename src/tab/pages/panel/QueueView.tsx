import { Tab, TabList, mergeClasses } from '@fluentui/react-components';
import { Chat48Regular } from '@fluentui/react-icons';
import { useCallback, useRef, useState } from 'react';
import type { QueueItem, QueueView as Queue } from '../../../contract/questions.js';
import { useAnnounce } from '../../components/Announcer/useAnnounce.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { ToldBar } from '../../components/Notice/Told.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { focusOn } from '../../host/browser.js';
import { useNow } from '../../host/timers.js';
import { useText } from '../../text/useText.js';
import { DeclineDialog } from './DeclineDialog.js';
import { usePanelStyles } from './Panel.styles.js';
import { QueueCard } from './QueueCard.js';
import { itemsOf, newcomers, QUEUE_TABS, type QueueTab } from './queueTabs.js';
import { useDecisions, type Act, type Wording } from './useDecisions.js';
import { useLiveQueue, type Liveness } from './useLiveQueue.js';
import { useMayStage } from './useMayStage.js';

/** The presenters' live queue of a briefing. */
export function QueueView({ code }: { readonly code: string }) {
  const text = useText();
  const announce = useAnnounce();
  const tell = useCallback(
    (before: Queue, after: Queue) => {
      const fresh = newcomers(before.items, after.items);
      if (fresh > 0) announce(text.queue.fresh(fresh));
    },
    [announce, text],
  );
  const { loading, liveness } = useLiveQueue(code, tell);
  const { state } = loading;
  if (state.kind === 'loading') return <LoadingView />;
  if (state.kind === 'failed') return <FailureView failure={state.failure} onAgain={loading.restart} />;
  return <Loaded code={code} items={state.value.items} liveness={liveness} refresh={loading.refresh} />;
}

interface LoadedProps {
  readonly code: string;
  readonly items: readonly QueueItem[];
  readonly liveness: Liveness;
  readonly refresh: () => Promise<void>;
}

function Loaded({ code, items, liveness, refresh }: LoadedProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = usePanelStyles();
  const now = useNow(30_000);
  const mayStage = useMayStage();
  const decisions = useDecisions(code, refresh);
  const [tab, setTab] = useState<QueueTab>('waiting');
  const [declining, setDeclining] = useState<QueueItem | null>(null);
  const results = useRef<HTMLDivElement>(null);
  const shown = itemsOf(items, tab);
  const [emptyTitle = '', emptyHint = ''] = text.queue.empty[tab];

  async function split(wording: Wording): Promise<void> {
    await decisions.split(wording);
    focusOn(results.current);
  }

  async function act(item: QueueItem, name: Act, reason?: string): Promise<void> {
    await decisions.decide(item, name, reason);
    focusOn(results.current);
  }

  return (
    <section className={styles.queue} aria-label={text.queue.title}>
      <div className={sections.spread}>
        <h2 className={sections.heading}>{text.queue.title}</h2>
        <Live liveness={liveness} />
      </div>
      <QueueTabs items={items} tab={tab} onTab={setTab} />
      <ToldBar
        told={decisions.told}
        onClose={() => {
          decisions.setTold(null);
        }}
      />
      <div
        ref={results}
        tabIndex={-1}
        role="tabpanel"
        aria-label={text.queue.tabs[tab]}
        className={styles.results}
      >
        {shown.length === 0 && <EmptyView icon={<Chat48Regular />} title={emptyTitle} hint={emptyHint} />}
        <ul className={sections.list}>
          {shown.map((item) => (
            <li key={item.id}>
              <QueueCard
                item={item}
                now={now}
                busy={
                  decisions.busy !== null && [item, ...item.wordings].some(({ id }) => id === decisions.busy)
                }
                onAct={(name) => {
                  if (name === 'decline') setDeclining(item);
                  else void act(item, name);
                }}
                onSplit={(wording) => void split(wording)}
                {...(mayStage ? { onStage: () => void decisions.stage(item) } : {})}
              />
            </li>
          ))}
        </ul>
      </div>
      {declining && (
        <DeclineDialog
          item={declining}
          onCancel={() => {
            setDeclining(null);
            focusOn(results.current);
          }}
          onDecline={(reason) => {
            setDeclining(null);
            void act(declining, 'decline', reason);
          }}
        />
      )}
    </section>
  );
}

function Live({ liveness }: { readonly liveness: Liveness }) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = usePanelStyles();
  return (
    <span className={mergeClasses(sections.small, styles.live)}>
      <span aria-hidden className={mergeClasses(styles.dot, liveness === 'live' && styles.dotLive)} />
      {text.queue[liveness]}
    </span>
  );
}

interface QueueTabsProps {
  readonly items: readonly QueueItem[];
  readonly tab: QueueTab;
  readonly onTab: (tab: QueueTab) => void;
}

function QueueTabs({ items, tab, onTab }: QueueTabsProps) {
  const text = useText();
  const styles = usePanelStyles();
  return (
    <TabList
      className={styles.tabs}
      selectedValue={tab}
      selectTabOnFocus
      onTabSelect={(_, data) => {
        onTab(data.value as QueueTab);
      }}
    >
      {QUEUE_TABS.map((name) => {
        const count = itemsOf(items, name).length;
        return (
          <Tab
            key={name}
            value={name}
            className={styles.tab}
            aria-label={text.queue.tabCount(text.queue.tabs[name], count)}
          >
            <span className={styles.tabBody}>
              <span className={styles.tabCount}>{count}</span>
              <span className={styles.tabLabel}>{text.queue.tabs[name]}</span>
            </span>
          </Tab>
        );
      })}
    </TabList>
  );
}
