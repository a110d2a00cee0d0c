import { useState } from 'react';
import type { MeView } from '../../../contract/people.js';
import { useDesk } from '../../api/useDesk.js';
import { failureSentence } from '../../text/failure.js';
import { useText } from '../../text/useText.js';

export interface AreaAsk {
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Places the reader. A place that could be two is asked back, with what would settle it. */
export function useAreaForm(onPlaced: (me: MeView, message: string) => void) {
  const desk = useDesk();
  const text = useText();
  const [draft, setDraft] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [ask, setAsk] = useState<AreaAsk | null>(null);

  async function place(area: string): Promise<void> {
    if (busy) return;
    setAsk(null);
    setProblem(area.trim() === '' ? text.me.areaEmpty : null);
    if (area.trim() === '') return;
    setBusy(true);
    const result = await desk.changeArea(area.trim());
    setBusy(false);
    if (result.kind === 'failed') setProblem(failureSentence(text, result.failure));
    else if (result.value.kind === 'ask') setAsk(result.value);
    else onPlaced(result.value.me, result.value.message);
  }

  return { draft, setDraft, busy, problem, ask, place };
}
