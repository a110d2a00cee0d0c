import { useState } from 'react';
import type { ResourceView } from '../../../contract/guidance.js';
import { useAnnounce } from '../../components/Announcer/useAnnounce.js';
import { copyText, currentOrigin } from '../../host/browser.js';
import { useHost } from '../../host/useHost.js';
import { wait } from '../../host/timers.js';
import { useText } from '../../text/useText.js';

/** Gives the link of an entry away: by Teams' own dialog inside Teams, by the clipboard elsewhere. */
export function useSharing(resource: ResourceView) {
  const { kind } = useHost();
  const text = useText();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  async function share(): Promise<void> {
    if (kind === 'teams') {
      const { shareLink } = await import('../../host/teams.js');
      shareLink(resource.id, resource.title);
      return;
    }
    const done = await copyText(`${currentOrigin()}/tab/guidance?entry=${encodeURIComponent(resource.id)}`);
    announce(done ? text.guidance.copied : text.guidance.copyFailed);
    setCopied(done);
    await wait(2_500);
    setCopied(false);
  }

  const words = kind === 'teams' ? text.guidance.share : text.guidance.copy;
  const label = kind === 'teams' ? text.guidance.shareLabel : text.guidance.copyLabel;
  return { share, words: copied ? text.guidance.copied : words, label: label(resource.title), copied };
}
