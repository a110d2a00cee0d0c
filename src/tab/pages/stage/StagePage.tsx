import { Button, mergeClasses } from '@fluentui/react-components';
import { ChevronLeft24Regular, ChevronRight24Regular, PresenterRegular } from '@fluentui/react-icons';
import type { QueueItem } from '../../../contract/questions.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { readQuery } from '../../host/browser.js';
import { useText } from '../../text/useText.js';
import { useLiveQueue } from '../panel/useLiveQueue.js';
import { useStageStyles } from './Stage.styles.js';
import { useStage } from './useStage.js';

const NOTHING: readonly QueueItem[] = [];
const ignore = (): void => undefined;

/** One accepted question, large, for the meeting's stage. */
export function StagePage() {
  const text = useText();
  const styles = useStageStyles();
  const code = readQuery('code');
  return (
    <>
      <title>{`${text.stage.title} · ${text.app.name}`}</title>
      <main className={styles.root}>{code === null ? <Waiting /> : <LiveStage code={code} />}</main>
    </>
  );
}

function Waiting() {
  const text = useText();
  return (
    <EmptyView
      level="h1"
      icon={<PresenterRegular fontSize={48} />}
      title={text.stage.waitTitle}
      hint={text.stage.waitHint}
    />
  );
}

function LiveStage({ code }: { readonly code: string }) {
  const text = useText();
  const styles = useStageStyles();
  const { state } = useLiveQueue(code, ignore).loading;
  const stage = useStage(state.kind === 'ready' ? state.value.items : NOTHING);
  if (state.kind === 'loading') return null;
  if (state.kind === 'failed') return <Waiting />;
  if (!stage.item) {
    return (
      <EmptyView
        level="h1"
        icon={<PresenterRegular fontSize={48} />}
        title={text.stage.emptyTitle}
        hint={text.stage.emptyHint}
      />
    );
  }
  return (
    <>
      <p className={styles.eyebrow}>{stage.item.topic ?? state.value.briefing.title}</p>
      <h1 aria-live="polite" className={mergeClasses(styles.question, styles[sizeOf(stage.item.text)])}>
        {stage.item.text}
      </h1>
      {stage.item.askers > 1 && <p className={styles.asked}>{text.queue.askedBy(stage.item.askers)}</p>}
      {stage.total > 1 && (
        <div className={styles.foot} role="group" aria-label={text.stage.label(stage.place + 1, stage.total)}>
          <Button
            appearance="subtle"
            icon={<ChevronLeft24Regular />}
            aria-label={text.stage.previous}
            onClick={() => {
              stage.step(-1);
            }}
          />
          <Button
            appearance="subtle"
            icon={<ChevronRight24Regular />}
            aria-label={text.stage.next}
            onClick={() => {
              stage.step(1);
            }}
          />
        </div>
      )}
    </>
  );
}

/** Type as large as the length of a question allows. */
function sizeOf(question: string): 'short' | 'medium' | 'long' {
  if (question.length <= 140) return 'short';
  return question.length <= 420 ? 'medium' : 'long';
}
