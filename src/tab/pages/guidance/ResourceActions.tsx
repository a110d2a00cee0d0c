import { Button } from '@fluentui/react-components';
import { Checkmark20Regular, Link20Regular, Open16Regular } from '@fluentui/react-icons';
import type { ResourceView } from '../../../contract/guidance.js';
import { useText } from '../../text/useText.js';
import { useSharing } from './useSharing.js';

/** Opens an entry's page (the new one where it has moved) and gives its link away. */
export function ResourceActions({
  resource,
  large,
}: {
  readonly resource: ResourceView;
  readonly large?: boolean;
}) {
  const text = useText();
  const sharing = useSharing(resource);
  const url = resource.replacementUrl ?? resource.url;
  const size = large ? 'medium' : 'small';
  return (
    <>
      {url !== null && (
        <Button
          as="a"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          size={size}
          appearance={large ? 'primary' : 'subtle'}
          icon={<Open16Regular />}
          aria-label={text.guidance.openLabel(resource.title)}
        >
          {text.guidance.open}
        </Button>
      )}
      <Button
        size={size}
        appearance={large ? 'secondary' : 'subtle'}
        icon={sharing.copied ? <Checkmark20Regular /> : <Link20Regular />}
        aria-label={sharing.label}
        onClick={() => void sharing.share()}
      >
        {sharing.words}
      </Button>
    </>
  );
}
