import { Button, Spinner } from '@fluentui/react-components';
import { CalendarEmpty48Regular, FastForward20Regular, VideoPerson48Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { moveClock } from '../state/api.js';
import { dayInWords, timeOfDay, untilInWords } from '../state/times.js';
import { useNow } from '../state/useNow.js';
import { useShow } from '../state/useShow.js';
import { nextBriefingOf } from './meeting-of.js';
import { Quiet } from './Quiet.js';

/** Before a briefing runs: which one comes next, and the button that moves the clock to its start. */
export function Lobby({ person }: { readonly person: string }) {
  const now = useNow();
  const next = nextBriefingOf(useShow(), person, now);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  if (!next) {
    return (
      <Quiet title="No briefing to wait for" icon={<CalendarEmpty48Regular />}>
        <p>Register for one first: in the chat with Briefing Desk, or on the web page.</p>
      </Quiet>
    );
  }
  const start = async (): Promise<void> => {
    setBusy(true);
    const moved = await moveClock({ nextBriefing: true, code: next.code });
    setProblem(moved.ok ? '' : moved.message);
    setBusy(false);
  };
  return (
    <Quiet title={next.title} icon={<VideoPerson48Regular />}>
      <p>
        {dayInWords(next.startsAt)}
        <br />
        {timeOfDay(next.startsAt)} to {timeOfDay(next.endsAt)}
        <br />
        <span className="faint">
          {next.code} begins {untilInWords(now, Date.parse(next.startsAt))}
        </span>
      </p>
      <Button
        icon={busy ? <Spinner size="tiny" /> : <FastForward20Regular />}
        onClick={() => void start()}
        disabled={busy}
      >
        Move the clock to its start
      </Button>
      {problem !== '' && <p role="alert">{problem}</p>}
    </Quiet>
  );
}
