import { Button } from '@fluentui/react-components';
import { Search48Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { GuidanceView } from '../../../contract/guidance.js';
import { HelpLines } from '../../components/HelpLines/HelpLines.js';
import { emergencyFirst, standingLines, type HelpLine } from '../../components/HelpLines/lines.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { Page } from '../../components/Page/Page.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useText } from '../../text/useText.js';
import { FilterBar } from './FilterBar.js';
import { EntryView } from './EntryView.js';
import { useGuidanceStyles } from './Guidance.styles.js';
import { ResourceCard } from './ResourceCard.js';
import { FACETS } from './search.js';
import { useLibrary, type Library } from './useLibrary.js';

/** The guidance library: lines to call on top, then search, filters and entries. */
export function GuidancePage() {
  const library = useLibrary();
  const text = useText();
  const { state, restart } = library.loading;
  if (state.kind === 'ready') return <Loaded library={library} view={state.value} />;
  return (
    <Framed lines={standingLines(text)}>
      {state.kind === 'loading' ? (
        <LoadingView rows={4} />
      ) : (
        <FailureView failure={state.failure} onAgain={restart} />
      )}
    </Framed>
  );
}

function Loaded({ library, view }: { readonly library: Library; readonly view: GuidanceView }) {
  const text = useText();
  const lines = emergencyFirst(view.lines, text);
  if (library.entry !== null) {
    const resource = view.resources.find((one) => one.id === library.entry);
    return (
      <Framed lines={lines} {...(resource ? { title: resource.title } : {})}>
        <EntryView resource={resource} resources={view.resources} onOpen={library.openEntry} />
      </Framed>
    );
  }
  return (
    <Framed lines={lines}>
      <FilterBar library={library} />
      <Results library={library} empty={view.resources.length === 0} />
    </Framed>
  );
}

interface FramedProps {
  readonly title?: string;
  readonly lines: readonly HelpLine[];
  readonly children: ReactNode;
}

function Framed({ title, lines, children }: FramedProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useGuidanceStyles();
  return (
    <Page title={title ?? text.guidance.title} heading={text.guidance.title} lead={text.guidance.lead}>
      <div className={styles.page}>
        <section className={sections.section} aria-label={text.lines.title}>
          <h2 className={sections.subheading}>{text.lines.title}</h2>
          <HelpLines lines={lines} foldable />
        </section>
        {children}
      </div>
    </Page>
  );
}

function Results({ library, empty }: { readonly library: Library; readonly empty: boolean }) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useGuidanceStyles();
  const narrowed = library.words !== '' || FACETS.some((facet) => library.filters[facet] !== undefined);
  if (empty) {
    return (
      <EmptyView icon={<Search48Regular />} title={text.guidance.emptyTitle} hint={text.guidance.emptyHint} />
    );
  }
  return (
    <section className={sections.section} aria-label={text.guidance.title}>
      <div className={sections.spread}>
        <p role="status" className={styles.count}>
          {text.guidance.count(library.results.length)}
        </p>
        {narrowed && (
          <Button appearance="transparent" size="small" onClick={library.clear}>
            {text.guidance.clear}
          </Button>
        )}
      </div>
      {library.results.length === 0 && (
        <EmptyView icon={<Search48Regular />} title={text.guidance.noneTitle} hint={text.guidance.noneHint} />
      )}
      <ul className={styles.grid}>
        {library.results.map((resource) => (
          <li key={resource.id}>
            <ResourceCard resource={resource} onOpen={library.openEntry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
