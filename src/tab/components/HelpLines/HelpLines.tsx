import { Button, mergeClasses } from '@fluentui/react-components';
import { Call20Regular, Open16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../../text/useText.js';
import { useHelpLineStyles } from './HelpLines.styles.js';
import { phoneLink, type HelpLine } from './lines.js';

export interface HelpLinesProps {
  readonly lines: readonly HelpLine[];
  /** On a narrow screen shows three lines and offers the rest. */
  readonly foldable?: boolean;
}

/** Lines to call and pages to report on, each a large link. */
export function HelpLines({ lines, foldable = false }: HelpLinesProps) {
  const styles = useHelpLineStyles();
  const text = useText();
  const [open, setOpen] = useState(false);
  const folds = foldable && lines.length > 3;
  return (
    <div className={styles.root}>
      <ul className={mergeClasses(styles.list, folds && !open && styles.folded)}>
        {lines.map((line) => (
          <li key={`${line.name}${line.phone ?? line.url ?? ''}`}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {folds && (
        <Button
          className={styles.more}
          appearance="transparent"
          size="small"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? text.lines.fewer : text.lines.more(lines.length - 3)}
        </Button>
      )}
    </div>
  );
}

function Line({ line }: { readonly line: HelpLine }) {
  const styles = useHelpLineStyles();
  const text = useText();
  const emergency = line.phone === '999';
  const target = line.phone === null ? line.url : phoneLink(line.phone);
  const words = (
    <>
      <span className={mergeClasses(styles.icon, emergency && styles.iconEmergency)}>
        {line.phone === null ? <Open16Regular /> : <Call20Regular />}
      </span>
      <span className={styles.words}>
        {line.phone !== null && (
          <span className={mergeClasses(styles.number, emergency && styles.numberEmergency)}>
            {line.phone}
          </span>
        )}
        <span className={styles.name}>{line.name}</span>
        <span className={styles.when}>{line.when}</span>
      </span>
    </>
  );
  const className = mergeClasses(styles.line, emergency && styles.emergency);
  if (target === null) return <div className={className}>{words}</div>;
  if (line.phone !== null) {
    return (
      <a
        className={className}
        href={target}
        aria-label={`${text.lines.call(line.name, line.phone)}. ${line.when}`}
      >
        {words}
      </a>
    );
  }
  return (
    <a
      className={className}
      href={target}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${text.lines.open(line.name)}. ${line.when}`}
    >
      {words}
    </a>
  );
}
