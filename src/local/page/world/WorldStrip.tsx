import { Button, Tag, ToggleButton } from '@fluentui/react-components';
import {
  CalendarLtr20Regular,
  ChevronDown20Regular,
  ChevronUp20Regular,
  ContactCard20Regular,
  Mail20Regular,
  ShieldPerson20Regular,
} from '@fluentui/react-icons';
import { useMemo, useState, type ReactNode } from 'react';
import type { WorldEntry } from '../../show/feed.js';
import { dayShort, timeOfDay } from '../state/times.js';
import { useShow } from '../state/useShow.js';
import { WorldDialog } from './WorldDialog.js';

export const KINDS: Readonly<
  Record<WorldEntry['kind'], { readonly label: string; readonly icon: ReactNode }>
> = {
  graph: { label: 'Graph', icon: <CalendarLtr20Regular /> },
  mail: { label: 'Mail', icon: <Mail20Regular /> },
  card: { label: 'Cards', icon: <ContactCard20Regular /> },
  referral: { label: 'Referrals', icon: <ShieldPerson20Regular /> },
};

const SHOWN = 60;

/** Everything that left the desk, newest first; each entry opens. */
export function WorldStrip() {
  const { world } = useShow();
  const [open, setOpen] = useState(true);
  const [only, setOnly] = useState<WorldEntry['kind']>();
  const [entry, setEntry] = useState<WorldEntry>();
  const shown = useMemo(
    () =>
      world
        .filter((one) => !only || one.kind === only)
        .slice(-SHOWN)
        .toReversed(),
    [world, only],
  );
  return (
    <section className={open ? 'world' : 'world shut'} aria-labelledby="world-title">
      <header>
        <h2 id="world-title">What the outside world saw</h2>
        {(Object.keys(KINDS) as WorldEntry['kind'][]).map((kind) => (
          <ToggleButton
            key={kind}
            size="small"
            appearance="subtle"
            icon={<>{KINDS[kind].icon}</>}
            checked={only === kind}
            onClick={() => {
              setOnly(only === kind ? undefined : kind);
            }}
          >
            {KINDS[kind].label} {world.filter((one) => one.kind === kind).length}
          </ToggleButton>
        ))}
        <span className="spring" />
        <Button
          size="small"
          appearance="subtle"
          icon={open ? <ChevronDown20Regular /> : <ChevronUp20Regular />}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? 'Hide' : 'Show'}
        </Button>
      </header>
      {open && (
        <ol className="entries" tabIndex={0} aria-label="Newest first">
          {shown.length === 0 && (
            <li className="empty">
              Nothing yet. Graph requests, mail, cards and referrals appear here as they happen.
            </li>
          )}
          {shown.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className={`entry ${one.kind}`}
                onClick={() => {
                  setEntry(one);
                }}
              >
                <span className="kind">
                  {KINDS[one.kind].icon} {KINDS[one.kind].label.replace(/s$/, '')}
                  {one.status !== undefined && <Tag size="extra-small">{one.status}</Tag>}
                  <time>
                    {dayShort(one.at)} {timeOfDay(one.at)}
                  </time>
                </span>
                <b>{one.title}</b>
                <small>{one.detail}</small>
              </button>
            </li>
          ))}
        </ol>
      )}
      {entry && (
        <WorldDialog
          entry={entry}
          onClose={() => {
            setEntry(undefined);
          }}
        />
      )}
    </section>
  );
}
