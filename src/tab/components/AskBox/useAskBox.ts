import { useRef, useState } from 'react';
import { MESSAGE_LIMIT } from '../../../contract/shared.js';
import type { choice, QuestionOutcome } from '../../../contract/questions.js';
import type { z } from 'zod';
import type { Failure } from '../../api/result.js';
import { useDesk } from '../../api/useDesk.js';
import { newKey } from '../../host/newKey.js';

export type AskProblem = { readonly kind: 'empty' } | { readonly kind: 'failed'; readonly failure: Failure };

export interface AskBoxState {
  readonly draft: string;
  readonly over: number;
  readonly busy: boolean;
  readonly problem: AskProblem | null;
  readonly outcome: QuestionOutcome | null;
  readonly write: (draft: string) => void;
  readonly send: () => Promise<void>;
  readonly choose: (answer: z.infer<typeof choice>) => Promise<void>;
  readonly startAnew: () => void;
}

/** How many characters a text is over the limit. */
export const charactersOver = (draft: string): number => Math.max(0, draft.trim().length - MESSAGE_LIMIT);

/**
 * Asks a question. The text stays until the server has answered; sending the same text again after a failure carries
 * the same key, so that it is asked once.
 */
export function useAskBox(briefing: string | undefined, onAsked: () => void): AskBoxState {
  const desk = useDesk();
  const [draft, setDraft] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AskProblem | null>(null);
  const [outcome, setOutcome] = useState<QuestionOutcome | null>(null);
  const attempt = useRef<{ text: string; key: string } | null>(null);
  const over = charactersOver(draft);

  async function send(): Promise<void> {
    const words = draft.trim();
    if (busy || over > 0) return;
    if (words === '') {
      setProblem({ kind: 'empty' });
      return;
    }
    if (attempt.current?.text !== words) attempt.current = { text: words, key: newKey() };
    setBusy(true);
    setProblem(null);
    const result = await desk.ask(
      briefing === undefined ? { text: words } : { text: words, briefing },
      attempt.current.key,
    );
    setBusy(false);
    if (result.kind === 'failed') {
      setProblem({ kind: 'failed', failure: result.failure });
      return;
    }
    attempt.current = null;
    setDraft('');
    setOutcome(result.value);
    onAsked();
  }

  async function choose(answer: z.infer<typeof choice>): Promise<void> {
    if (busy || outcome?.id === undefined || outcome.id === null) return;
    setBusy(true);
    setProblem(null);
    const result = await desk.choose(outcome.id, answer);
    setBusy(false);
    if (result.kind === 'failed') setProblem({ kind: 'failed', failure: result.failure });
    else setOutcome(result.value);
    onAsked();
  }

  function write(next: string): void {
    setDraft(next);
    setProblem(null);
  }

  function startAnew(): void {
    setOutcome(null);
    setProblem(null);
  }

  return { draft, over, busy, problem, outcome, write, send, choose, startAnew };
}
