import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

export type MeetingSide = 'private' | 'chat' | 'panel';
/** The bot's chat, or one of the app's personal tabs beside it. */
export type ChatPage = 'chat' | 'briefings' | 'guidance';

/** What a window shows of a person's working day. */
export type Surface =
  | { readonly kind: 'chat'; readonly page?: ChatPage }
  /** Beside the stage: the person's own chat with the desk, the meeting's chat, or the side panel. */
  | { readonly kind: 'meeting'; readonly side: MeetingSide }
  | { readonly kind: 'panel' }
  | { readonly kind: 'channel' }
  | { readonly kind: 'mail' }
  | { readonly kind: 'browser'; readonly url: string };

export interface Window {
  readonly id: WindowId;
  readonly person: string;
  readonly surface: Surface;
}

export const WINDOW_IDS = ['one', 'two', 'three', 'four'] as const;
export type WindowId = (typeof WINDOW_IDS)[number];
export type Layout = Readonly<Record<WindowId, Window>>;

export const FIRST_LAYOUT: Layout = {
  one: { id: 'one', person: 'priya', surface: { kind: 'chat' } },
  two: { id: 'two', person: 'maya', surface: { kind: 'meeting', side: 'private' } },
  three: { id: 'three', person: 'tom', surface: { kind: 'panel' } },
  four: { id: 'four', person: 'hannah', surface: { kind: 'channel' } },
};

export interface LayoutControl {
  readonly layout: Layout;
  /** The windows in front, most wanted first; the rest are minimised where there is no room. */
  readonly front: readonly WindowId[];
  readonly show: (id: WindowId, change: Partial<Omit<Window, 'id'>>) => void;
  readonly bringForward: (...ids: readonly WindowId[]) => void;
  /** What is being typed, by window. */
  readonly drafts: Readonly<Partial<Record<WindowId, string>>>;
  readonly draft: (id: WindowId, text: string) => void;
}

const LayoutContext = createContext<LayoutControl | undefined>(undefined);

export function LayoutProvider({ children }: { readonly children: ReactNode }) {
  const [layout, setLayout] = useState(FIRST_LAYOUT);
  const [front, setFront] = useState<readonly WindowId[]>(WINDOW_IDS);
  const [drafts, setDrafts] = useState<LayoutControl['drafts']>({});
  const show = useCallback((id: WindowId, change: Partial<Omit<Window, 'id'>>) => {
    setLayout((before) => ({ ...before, [id]: { ...before[id], ...change } }));
  }, []);
  const bringForward = useCallback((...ids: readonly WindowId[]) => {
    setFront((before) => [...ids, ...before.filter((id) => !ids.includes(id))]);
  }, []);
  const draft = useCallback((id: WindowId, text: string) => {
    setDrafts((before) => ({ ...before, [id]: text }));
  }, []);
  const control = useMemo(
    () => ({ layout, front, show, bringForward, drafts, draft }),
    [layout, front, show, bringForward, drafts, draft],
  );
  return <LayoutContext value={control}>{children}</LayoutContext>;
}

export function useLayout(): LayoutControl {
  const control = useContext(LayoutContext);
  if (!control) throw new Error('a window stands outside the desktop');
  return control;
}
