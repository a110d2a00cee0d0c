import { Badge, mergeClasses } from '@fluentui/react-components';
import type { ResourceView } from '../../../contract/guidance.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useText } from '../../text/useText.js';
import { useGuidanceStyles } from './Guidance.styles.js';
import { ResourceActions } from './ResourceActions.js';
import { statusOf } from './status.js';

export interface ResourceCardProps {
  readonly resource: ResourceView;
  readonly onOpen: (id: string) => void;
}

/** One entry in the list; its title leads to the whole entry. */
export function ResourceCard({ resource, onOpen }: ResourceCardProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useGuidanceStyles();
  const status = statusOf(text, resource);
  return (
    <article className={mergeClasses(sections.surface, styles.card)}>
      <p className={styles.kind}>{[resource.type, resource.jurisdiction].join(' · ')}</p>
      <h3 className={styles.title}>
        <a
          className={styles.titleLink}
          href={`?entry=${encodeURIComponent(resource.id)}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(resource.id);
          }}
        >
          {resource.title}
        </a>
      </h3>
      <p className={sections.small}>{resource.publisher}</p>
      {status && (
        <Badge className={styles.status} appearance="tint" color={status.colour}>
          {status.words}
        </Badge>
      )}
      <p className={styles.summary}>{resource.summary}</p>
      <div className={styles.foot}>
        <ResourceActions resource={resource} />
      </div>
    </article>
  );
}
