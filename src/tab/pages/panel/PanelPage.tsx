import { Button, Tab, TabList } from '@fluentui/react-components';
import { Calendar48Regular, Chat48Regular } from '@fluentui/react-icons';
import { useCallback, useState, type ReactNode } from 'react';
import type { MeetingView } from '../../../contract/briefings.js';
import { HelpLines } from '../../components/HelpLines/HelpLines.js';
import { standingLines } from '../../components/HelpLines/lines.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { Page } from '../../components/Page/Page.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useDesk, useLoad } from '../../api/useDesk.js';
import { readQuery } from '../../host/browser.js';
import { useHost } from '../../host/useHost.js';
import { sessionTime } from '../../text/times.js';
import { useText } from '../../text/useText.js';
import { AskView } from './AskView.js';
import { usePanelStyles } from './Panel.styles.js';
import { QueueView } from './QueueView.js';

/** The panel beside a briefing's meeting. */
export function PanelPage() {
  const host = useHost();
  const text = useText();
  const meetingId = host.meetingId ?? readQuery('meeting');
  if (meetingId === null) {
    return (
      <Aside icon={<Calendar48Regular />} title={text.panel.noMeetingTitle} hint={text.panel.noMeetingHint} />
    );
  }
  if (host.anonymous) return <SignedOut />;
  return <MeetingPanel meetingId={meetingId} />;
}

function MeetingPanel({ meetingId }: { readonly meetingId: string }) {
  const desk = useDesk();
  const text = useText();
  const load = useCallback((signal?: AbortSignal) => desk.meeting(meetingId, signal), [desk, meetingId]);
  const { state, restart } = useLoad(load);
  if (state.kind === 'ready') return <Briefing meeting={state.value} />;
  if (state.kind === 'failed' && state.failure.kind === 'missing') {
    return (
      <Aside
        icon={<Calendar48Regular />}
        title={text.panel.notBriefingTitle}
        hint={text.panel.notBriefingHint}
      />
    );
  }
  if (state.kind === 'failed' && state.failure.kind === 'signed-out') return <SignedOut />;
  return (
    <Page title={text.panel.title}>
      {state.kind === 'loading' ? <LoadingView /> : <FailureView failure={state.failure} onAgain={restart} />}
    </Page>
  );
}

function Briefing({ meeting }: { readonly meeting: MeetingView }) {
  const text = useText();
  const styles = usePanelStyles();
  const { briefing, role } = meeting;
  const [mode, setMode] = useState<'queue' | 'ask'>('queue');
  const sections = useSectionStyles();
  const lead = (
    <>
      {sessionTime(text, briefing)} · <span className={sections.nowrap}>{briefing.code}</span>
    </>
  );
  return (
    <Page title={text.regions[briefing.region]} lead={lead}>
      {role === 'attendee' ? (
        <AskView code={briefing.code} />
      ) : (
        <div className={styles.stack}>
          <TabList
            size="small"
            selectedValue={mode}
            onTabSelect={(_, data) => {
              setMode(data.value === 'ask' ? 'ask' : 'queue');
            }}
          >
            <Tab value="queue">{text.panel.modes.queue}</Tab>
            <Tab value="ask">{text.panel.modes.ask}</Tab>
          </TabList>
          {mode === 'queue' ? <QueueView code={briefing.code} /> : <AskView code={briefing.code} />}
        </div>
      )}
    </Page>
  );
}

function SignedOut() {
  const text = useText();
  return (
    <Aside icon={<Chat48Regular />} title={text.panel.signedOutTitle} hint={text.panel.signedOutHint}>
      <Button as="a" href="/register" target="_blank" rel="noopener">
        {text.panel.register}
      </Button>
    </Aside>
  );
}

interface AsideProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

/** What the panel says where it cannot serve: why, where else, and the lines to call. */
function Aside({ icon, title, hint, children }: AsideProps) {
  const text = useText();
  return (
    <Page title={text.panel.title} narrow>
      <EmptyView icon={icon} title={title} hint={hint}>
        {children}
        <Button as="a" appearance="primary" href="/tab/guidance" target="_blank" rel="noopener">
          {text.panel.guidance}
        </Button>
      </EmptyView>
      <HelpLines lines={standingLines(text)} />
    </Page>
  );
}
