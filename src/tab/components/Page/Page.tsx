import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHost } from '../../host/useHost.js';
import { useText } from '../../text/useText.js';
import markUrl from '../../icon.svg?url&no-inline';
import { LanguageSwitch } from './LanguageSwitch.js';
import { usePageStyles } from './Page.styles.js';

export interface PageProps {
  readonly title: string;
  /** The visible heading where it differs from the title of the document. */
  readonly heading?: string;
  readonly lead?: ReactNode;
  /** One column of reading width. */
  readonly narrow?: boolean;
  readonly onLanguage?: (language: 'en' | 'cy') => void;
  readonly children: ReactNode;
}

/** A page with its heading; outside Teams, which frames it otherwise, with our own bar above. */
export function Page({ title, heading, lead, narrow, onLanguage, children }: PageProps) {
  const styles = usePageStyles();
  const text = useText();
  const { kind } = useHost();
  return (
    <>
      <title>{`${title} · ${text.app.name}`}</title>
      {kind === 'browser' && (
        <>
          <a className={styles.skip} href="#content">
            {text.app.skip}
          </a>
          <header className={styles.bar}>
            <img className={styles.mark} src={markUrl} alt="" />
            <span className={styles.brand}>{text.app.name}</span>
            <LanguageSwitch {...(onLanguage ? { onLanguage } : {})} />
          </header>
        </>
      )}
      <main id="content" tabIndex={-1} className={mergeClasses(styles.main, narrow && styles.narrow)}>
        <div className={styles.head}>
          <h1 className={styles.title}>{heading ?? title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </main>
    </>
  );
}
