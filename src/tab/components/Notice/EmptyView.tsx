import type { ReactNode } from 'react';
import { useNoticeStyles } from './Notice.styles.js';

export interface EmptyViewProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

/** Says why there is nothing here and what comes next. */
export function EmptyView({ icon, title, hint, children }: EmptyViewProps) {
  const styles = useNoticeStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon}>{icon}</span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
