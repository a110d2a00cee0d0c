import { useEffect, useRef } from 'react';
import { renderCard, type Pressed } from './render-card.js';

/** An adaptive card, drawn anew when its content changes. */
export function Card({
  content,
  onPressed,
  busy,
}: {
  readonly content: object;
  readonly onPressed: (pressed: Pressed) => void;
  readonly busy: boolean;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const latest = useRef(onPressed);
  useEffect(() => {
    latest.current = onPressed;
  }, [onPressed]);
  const key = JSON.stringify(content);
  useEffect(() => {
    const element = renderCard(JSON.parse(key) as object, (pressed) => {
      latest.current(pressed);
    });
    if (element) holder.current?.replaceChildren(element);
    else holder.current?.replaceChildren('This card cannot be shown.');
  }, [key]);
  return <div ref={holder} className="card" aria-busy={busy} />;
}
