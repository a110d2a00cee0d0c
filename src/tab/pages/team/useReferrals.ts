import { useState } from 'react';
import type { z } from 'zod';
import type { referralAct, ReferralView } from '../../../contract/referrals.js';
import { useDesk, useLoad } from '../../api/useDesk.js';
import { useAnnounce } from '../../components/Announcer/useAnnounce.js';
import type { Told } from '../../components/Notice/Told.js';
import { failureSentence } from '../../text/failure.js';
import { useText } from '../../text/useText.js';

export type ReferralAct = z.infer<typeof referralAct>['act'];

const NEXT: Readonly<Record<ReferralView['state'], readonly ReferralAct[]>> = {
  open: ['acknowledge', 'contact'],
  acknowledged: ['contact'],
  contacted: ['close'],
  closed: [],
  withdrawn: [],
  'passed-on': [],
};

/** What may be recorded next on a referral, the likeliest first. */
export const actsOn = (referral: ReferralView): readonly ReferralAct[] => NEXT[referral.state];

/** The team's referrals; a colleague being first is told and changes nothing. */
export function useReferrals() {
  const desk = useDesk();
  const text = useText();
  const announce = useAnnounce();
  const loading = useLoad(desk.referrals);
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState<Told | null>(null);

  async function act(referral: ReferralView, name: ReferralAct): Promise<void> {
    if (busy !== null) return;
    setBusy(referral.id);
    setTold(null);
    const result = await desk.actOnReferral(referral.id, { act: name, version: referral.version });
    await loading.refresh();
    setBusy(null);
    if (result.kind === 'ok') {
      announce(text.team.done[name]);
      return;
    }
    const { failure } = result;
    const first = failure.kind === 'conflict';
    const words = first
      ? [failure.message, text.team.conflict].filter(Boolean).join(' ')
      : failureSentence(text, failure);
    setTold({ intent: first ? 'warning' : 'error', words });
  }

  function closeTold(): void {
    setTold(null);
  }

  return { loading, busy, told, act, closeTold };
}
