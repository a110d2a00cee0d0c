import { makeStyles } from '@fluentui/react-components';
import { useCallback, useState, type ReactNode } from 'react';
import { AnnounceContext } from './useAnnounce.js';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Gives everything inside it a polite voice for screen readers. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback((words: string) => {
    setSaid((before) => ({ words, turn: before.turn + 1 }));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" className={styles.hidden}>
        <span key={said.turn}>{said.words}</span>
      </div>
    </AnnounceContext.Provider>
  );
}
