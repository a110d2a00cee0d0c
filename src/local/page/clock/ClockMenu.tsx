import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
} from '@fluentui/react-components';
import { Clock20Regular, FastForward20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { moveClock, type Outcome } from '../state/api.js';
import { dayShort, plusDays, plusWorkingDays, timeOfDay } from '../state/times.js';
import { useNow } from '../state/useNow.js';
import { useShow } from '../state/useShow.js';

/** The desk's clock: it can be moved forward, and what falls due meanwhile happens. */
export function ClockMenu() {
  const now = useNow();
  const { briefings } = useShow();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const next = briefings.find((one) => Date.parse(one.startsAt) > now && one.joinUrl !== null);
  const move = async (moving: Promise<Outcome>): Promise<void> => {
    setBusy(true);
    const moved = await moving;
    setProblem(moved.ok ? '' : moved.message);
    setBusy(false);
  };
  const to = (at: number): void => void move(moveClock({ to: new Date(at).toISOString() }));
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className="on-brand"
            icon={busy ? <Spinner size="tiny" appearance="inverted" /> : <Clock20Regular />}
          >
            {dayShort(now)} {new Date(now).getUTCFullYear()}, <b className="ticking">{timeOfDay(now)}</b>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              onClick={() => {
                to(now + 3_600_000);
              }}
            >
              1 hour on
            </MenuItem>
            <MenuItem
              onClick={() => {
                to(plusDays(now, 1));
              }}
            >
              1 day on
            </MenuItem>
            <MenuItem
              onClick={() => {
                to(plusWorkingDays(now, 3));
              }}
            >
              3 working days on
            </MenuItem>
            <MenuItem
              onClick={() => {
                to(plusDays(now, 7));
              }}
            >
              1 week on
            </MenuItem>
            <MenuDivider />
            <MenuItem
              icon={<FastForward20Regular />}
              disabled={!next}
              onClick={() => void move(moveClock({ nextBriefing: true }))}
            >
              {next ? `To the next briefing, ${next.code}` : 'No briefing is to come'}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {problem !== '' && <span role="alert">{problem}</span>}
    </>
  );
}
