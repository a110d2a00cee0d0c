import type { ReactNode } from 'react';
import { useNoticeStyles } from './Notice.styles.js';

export interface EmptyViewProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  /** The page's own heading where it has no other. */
  readonly level?: 'h1' | 'h2';
  readonly children?: ReactNode;
}

/** Says why there is nothing here and what comes next. */
export function EmptyView({ icon, title, hint, level: Heading = 'h2', children }: EmptyViewProps) {
  const styles = useNoticeStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon}>{icon}</span>
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
