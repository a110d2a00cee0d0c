import { useCallback, useEffect, useRef, type RefObject } from 'react';

const NEAR = 48;

/** Keeps a list at its foot while it grows or its window changes, unless its reader has scrolled up. */
export function useFoot(): {
  readonly holder: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
} {
  const holder = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atFoot = useRef(true);
  const onScroll = useCallback(() => {
    const element = holder.current;
    if (element) atFoot.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atFoot.current) holder.current?.scrollTo({ top: holder.current.scrollHeight });
    });
    if (holder.current) observer.observe(holder.current);
    if (content.current) observer.observe(content.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { holder, content, onScroll };
}
