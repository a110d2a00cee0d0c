import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import { ShareScreenStart20Regular } from '@fluentui/react-icons';
import type { QueueItem } from '../../../contract/questions.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { ago } from '../../text/times.js';
import { useText } from '../../text/useText.js';
import { usePanelStyles } from './Panel.styles.js';
import { tabOf } from './queueTabs.js';
import type { Act, Wording } from './useDecisions.js';
import { Wordings } from './Wordings.js';

export interface QueueCardProps {
  readonly item: QueueItem;
  readonly now: number;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
  readonly onSplit: (wording: Wording) => void;
  /** Absent where this reader cannot share to the stage. */
  readonly onStage?: () => void;
}

/** One question as presenters see it: its words, never its asker. */
export function QueueCard({ item, now, busy, onAct, onSplit, onStage }: QueueCardProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = usePanelStyles();
  const tab = tabOf(item);
  const meta = [item.topic, ago(text, item.askedAt, now)].filter((part) => part !== null).join(' · ');
  const [own, second] = item.readings ?? [];
  const reading = ({ route, confidence }: NonNullable<QueueItem['readings']>[number]): string =>
    `${text.queue.routes[route]} (${String(Math.round(confidence * 100))} %)`;
  const act = (name: Act, label: string, primary = false) => (
    <Button
      size="small"
      appearance={primary ? 'primary' : 'secondary'}
      disabledFocusable={busy}
      aria-describedby={`q-${item.id}`}
      {...(name === 'hand_over' ? { title: text.queue.handOverHint } : {})}
      onClick={() => {
        onAct(name);
      }}
    >
      {label}
    </Button>
  );
  return (
    <article className={mergeClasses(sections.surface, styles.card)} aria-busy={busy}>
      <p id={`q-${item.id}`} className={styles.question}>
        {item.text}
      </p>
      {item.wordings.length > 0 && (
        <Wordings item={item} busy={busy} {...(tab === 'done' ? {} : { onSplit })} />
      )}
      <p className={sections.small}>{meta}</p>
      {tab === 'review' && (
        <p className={sections.small}>{text.queue.unsure(Math.round(item.confidence * 100))}</p>
      )}
      {own && second && (
        <p className={sections.small}>{text.queue.readings(reading(own), reading(second))}</p>
      )}
      {tab === 'done' ? (
        <div>
          <Badge appearance="tint" color={item.state === 'answered' ? 'success' : 'informative'}>
            {text.queue.states[item.state]}
          </Badge>
        </div>
      ) : (
        <div className={sections.row}>
          {tab === 'accepted'
            ? act('answer', text.queue.answer, true)
            : act('accept', text.queue.accept, true)}
          {tab === 'accepted' && onStage && (
            <Button
              size="small"
              icon={<ShareScreenStart20Regular />}
              aria-describedby={`q-${item.id}`}
              onClick={onStage}
            >
              {text.queue.stage}
            </Button>
          )}
          {act('hand_over', text.queue.handOver)}
          {act('decline', text.queue.decline)}
        </div>
      )}
    </article>
  );
}
