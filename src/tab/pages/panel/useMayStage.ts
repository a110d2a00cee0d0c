import { useEffect, useState } from 'react';
import { useHost } from '../../host/useHost.js';

/** Whether this reader may share to the meeting stage from here. */
export function useMayStage(): boolean {
  const { kind, frame } = useHost();
  const [may, setMay] = useState(false);
  useEffect(() => {
    if (kind !== 'teams' || frame !== 'sidePanel') return;
    void import('../../host/teams.js').then(({ mayShareToStage }) => mayShareToStage()).then(setMay);
  }, [kind, frame]);
  return may;
}
