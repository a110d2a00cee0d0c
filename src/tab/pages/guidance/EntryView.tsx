import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
} from '@fluentui/react-components';
import { ArrowLeft20Regular, BookOpen24Regular } from '@fluentui/react-icons';
import type { ResourceView } from '../../../contract/guidance.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { focusOn } from '../../host/browser.js';
import { useText } from '../../text/useText.js';
import { useGuidanceStyles } from './Guidance.styles.js';
import { ResourceActions } from './ResourceActions.js';
import { ResourceCard } from './ResourceCard.js';
import { related } from './search.js';
import { statusOf } from './status.js';

export interface EntryViewProps {
  readonly resource: ResourceView | undefined;
  readonly resources: readonly ResourceView[];
  readonly onOpen: (id: string | null) => void;
}

/** One entry in full, with what stands beside it in the library. */
export function EntryView({ resource, resources, onOpen }: EntryViewProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useGuidanceStyles();
  const others = resource ? related(resources, resource, 3) : [];
  return (
    <div className={styles.page}>
      <Button
        className={styles.back}
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        onClick={() => {
          onOpen(null);
        }}
      >
        {text.guidance.backToLibrary}
      </Button>
      {resource ? (
        <Entry resource={resource} />
      ) : (
        <EmptyView
          icon={<BookOpen24Regular />}
          title={text.guidance.missingTitle}
          hint={text.guidance.missingHint}
        />
      )}
      {others.length > 0 && (
        <section className={sections.section} aria-label={text.guidance.related}>
          <h2 className={sections.heading}>{text.guidance.related}</h2>
          <ul className={styles.grid}>
            {others.map((other) => (
              <li key={other.id}>
                <ResourceCard resource={other} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Entry({ resource }: { readonly resource: ResourceView }) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useGuidanceStyles();
  const status = statusOf(text, resource);
  return (
    <article className={mergeClasses(sections.surface, styles.entry)}>
      <h2 key={resource.id} ref={focusOn} tabIndex={-1} className={styles.entryTitle}>
        {resource.title}
      </h2>
      {(status ?? resource.statusNote) !== null && (
        <MessageBar intent={status?.colour === 'danger' ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>
            {status && <MessageBarTitle>{status.words}</MessageBarTitle>} {resource.statusNote}{' '}
            {resource.replacementUrl !== null && (
              <Link inline href={resource.replacementUrl} target="_blank" rel="noopener noreferrer">
                {text.guidance.openNew}
              </Link>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      <p className={sections.words}>{resource.summary}</p>
      <dl className={styles.facts}>
        <dt>{text.guidance.publisher}</dt>
        <dd>{resource.publisher}</dd>
        <dt>{text.guidance.for}</dt>
        <dd>{resource.audience.join(', ')}</dd>
        <dt>{text.guidance.topics}</dt>
        <dd>{resource.topics.join(', ')}</dd>
        <dt>{text.guidance.applies}</dt>
        <dd>{resource.jurisdiction}</dd>
      </dl>
      {resource.url === null && resource.replacementUrl === null && (
        <p className={sections.quiet}>{text.guidance.noLink}</p>
      )}
      <div className={sections.row}>
        <ResourceActions resource={resource} large />
      </div>
    </article>
  );
}
