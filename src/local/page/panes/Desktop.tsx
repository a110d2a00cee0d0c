import { Avatar, Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useLayout, WINDOW_IDS, type WindowId } from '../state/layout.js';
import { personOf, useShow } from '../state/useShow.js';
import { Pane } from './Pane.js';

const NARROWEST = 306;

/** As many windows side by side as there is room for; the others wait as buttons above them. */
export function Desktop({ lit }: { readonly lit: readonly WindowId[] }) {
  const show = useShow();
  const { layout, front, bringForward } = useLayout();
  const holder = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(4);
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setRoom(Math.max(1, Math.min(4, Math.floor((entry?.contentRect.width ?? 1280) / NARROWEST))));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const open = front.slice(0, room);
  const waiting = WINDOW_IDS.filter((id) => !open.includes(id));
  return (
    <main className="desktop" ref={holder}>
      {waiting.length > 0 && (
        <nav className="taskbar" aria-label="Other windows">
          {waiting.map((id) => (
            <Button
              key={id}
              size="small"
              appearance="outline"
              icon={
                <Avatar
                  size={16}
                  name={personOf(show, layout[id].person).name}
                  color="colorful"
                  aria-hidden
                />
              }
              onClick={() => {
                bringForward(id);
              }}
            >
              {personOf(show, layout[id].person).name}
            </Button>
          ))}
        </nav>
      )}
      <div className="windows">
        {WINDOW_IDS.filter((id) => open.includes(id)).map((id) => (
          <Pane key={id} window={layout[id]} lit={lit.includes(id)} />
        ))}
      </div>
    </main>
  );
}
