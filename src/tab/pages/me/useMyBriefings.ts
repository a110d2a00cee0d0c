import { useState } from 'react';
import type { MyBriefingView } from '../../../contract/briefings.js';
import type { RegistrationReply } from '../../../contract/registrations.js';
import type { Result } from '../../api/result.js';
import { useDesk, useLoad } from '../../api/useDesk.js';
import type { Told } from '../../components/Notice/Told.js';
import { saveFile } from '../../host/browser.js';
import { newKey } from '../../host/newKey.js';
import { failureSentence } from '../../text/failure.js';
import { useText } from '../../text/useText.js';

/** The coming briefings and the reader's place in each. */
export function useMyBriefings() {
  const desk = useDesk();
  const text = useText();
  const loading = useLoad(desk.briefings);
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState<(Told & { readonly code: string }) | null>(null);

  function settle(code: string, result: Result<RegistrationReply>): void {
    setBusy(null);
    if (result.kind === 'failed') {
      setTold({ code, intent: 'error', words: failureSentence(text, result.failure) });
      return;
    }
    const { briefing, message } = result.value;
    if (loading.state.kind === 'ready') {
      const briefings = loading.state.value.briefings.map((one) => (one.code === code ? briefing : one));
      loading.set({ briefings });
    }
    setTold({ code, intent: 'success', words: message });
  }

  async function register({ code }: MyBriefingView): Promise<void> {
    if (busy !== null) return;
    setBusy(code);
    settle(code, await desk.register(code, newKey()));
  }

  async function withdraw({ code }: MyBriefingView): Promise<void> {
    if (busy !== null) return;
    setBusy(code);
    settle(code, await desk.withdraw(code));
  }

  async function saveCalendar({ code }: MyBriefingView): Promise<void> {
    const result = await desk.calendar(code);
    if (result.kind === 'ok') saveFile(result.value, `${code}.ics`);
    setTold(
      result.kind === 'ok'
        ? { code, intent: 'success', words: text.briefing.calendarSaved }
        : { code, intent: 'error', words: failureSentence(text, result.failure) },
    );
  }

  function closeTold(): void {
    setTold(null);
  }

  return { loading, busy, told, register, withdraw, saveCalendar, closeTold };
}

export type MyBriefings = ReturnType<typeof useMyBriefings>;
