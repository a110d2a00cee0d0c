import { useCallback, useEffect, useRef, type RefObject } from 'react';

const NEAR = 48;

/** Keeps a list at its foot while it grows or its window changes, unless its reader has scrolled up. */
export function useFoot(newest: string | undefined): {
  readonly holder: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
} {
  const holder = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atFoot = useRef(true);
  const lastTop = useRef(0);
  const onScroll = useCallback(() => {
    const element = holder.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    // What grows below moves the foot away without the reader having moved.
    if (near) atFoot.current = true;
    else if (element.scrollTop < lastTop.current) atFoot.current = false;
    lastTop.current = element.scrollTop;
  }, []);
  const toFoot = useCallback(() => {
    const element = holder.current;
    if (!element || !atFoot.current) return;
    element.scrollTop = element.scrollHeight;
    lastTop.current = element.scrollTop;
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(toFoot);
    if (holder.current) observer.observe(holder.current);
    if (content.current) observer.observe(content.current);
    return () => {
      observer.disconnect();
    };
  }, [toFoot]);
  useEffect(() => {
    atFoot.current = true;
    toFoot();
  }, [newest, toFoot]);
  return { holder, content, onScroll };
}
