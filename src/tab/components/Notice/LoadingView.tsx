import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useText } from '../../text/useText.js';
import { useNoticeStyles } from './Notice.styles.js';

/** Holds the place of what is being loaded. */
export function LoadingView({ rows = 3 }: { readonly rows?: number }) {
  const styles = useNoticeStyles();
  const text = useText();
  return (
    <Skeleton aria-label={text.app.loading} className={styles.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <SkeletonItem key={index} size={index === 0 ? 40 : 96} />
      ))}
    </Skeleton>
  );
}
