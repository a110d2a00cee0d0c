import { useState } from 'react';
import type { z } from 'zod';
import type { queueDecision, QueueItem } from '../../../contract/questions.js';
import { useDesk } from '../../api/useDesk.js';
import { useAnnounce } from '../../components/Announcer/useAnnounce.js';
import type { Told } from '../../components/Notice/Told.js';
import { currentOrigin } from '../../host/browser.js';
import { failureSentence } from '../../text/failure.js';
import { useText } from '../../text/useText.js';

export type Act = Exclude<z.infer<typeof queueDecision>['act'], 'split'>;
export type Wording = QueueItem['wordings'][number];

/** What a presenter does with questions; somebody else being first is told and changes nothing. */
export function useDecisions(code: string, refresh: () => Promise<void>) {
  const desk = useDesk();
  const text = useText();
  const announce = useAnnounce();
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  /** Decides a question, and with it the other wordings that this reader has been shown. */
  async function decide(item: QueueItem, act: Act, reason?: string): Promise<boolean> {
    return send(item.id, {
      act,
      version: item.version,
      ...(item.seen === '' ? {} : { seen: item.seen }),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  /** Takes a wording out of its group. */
  const split = ({ id, version }: Wording): Promise<boolean> => send(id, { act: 'split', version });

  async function send(id: string, body: z.input<typeof queueDecision>): Promise<boolean> {
    if (busy !== null) return false;
    setBusy(id);
    setTold(null);
    const result = await desk.decide(code, id, body);
    await refresh();
    setBusy(null);
    if (result.kind === 'ok') {
      announce(text.queue.done[body.act]);
      return true;
    }
    const { failure } = result;
    const first = failure.kind === 'conflict';
    const words = first
      ? [failure.message, text.queue.conflict].filter(Boolean).join(' ')
      : failureSentence(text, failure);
    setTold({ intent: first ? 'warning' : 'error', words });
    return false;
  }

  async function stage(item: QueueItem): Promise<void> {
    const { shareToStage } = await import('../../host/teams.js');
    const query = new URLSearchParams({ code, question: item.id });
    const shared = await shareToStage(`${currentOrigin()}/tab/stage?${query.toString()}`);
    if (shared) announce(text.queue.stageDone);
    setTold(shared ? null : { intent: 'error', words: text.queue.stageFailed });
  }

  return { told, setTold, busy, decide, split, stage };
}
