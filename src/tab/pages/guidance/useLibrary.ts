import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { GuidanceView, ResourceView } from '../../../contract/guidance.js';
import { useDesk, useLoad, type Loading } from '../../api/useDesk.js';
import { onHistory, readQuery, scrollToTop, writeQuery } from '../../host/browser.js';
import { useHost } from '../../host/useHost.js';
import {
  createFinder,
  FACETS,
  filtered,
  optionsOf,
  type Facet,
  type Filters,
  type Option,
} from './search.js';

export interface Library {
  readonly loading: Loading<GuidanceView>;
  readonly words: string;
  readonly search: (words: string) => void;
  readonly filters: Filters;
  readonly filter: (facet: Facet, value: string | null) => void;
  readonly clear: () => void;
  readonly results: readonly ResourceView[];
  readonly options: Readonly<Record<Facet, readonly Option[]>>;
  /** The entry of the address, if one is asked for. */
  readonly entry: string | null;
  readonly openEntry: (id: string | null) => void;
}

const NOTHING: readonly ResourceView[] = [];

/** The guidance library with what the reader looks for in it. */
export function useLibrary(): Library {
  const desk = useDesk();
  const loading = useLoad(desk.guidance);
  const [words, search] = useState('');
  const [filters, setFilters] = useState<Filters>({});
  const value = loading.state.kind === 'ready' ? loading.state.value : null;
  const finder = useMemo(() => createFinder(value?.resources ?? NOTHING), [value]);
  const looked = useDeferredValue(words);
  const found = useMemo(() => finder(looked), [finder, looked]);
  const results = useMemo(() => filtered(found, filters), [found, filters]);
  const options = useMemo(() => {
    const of = (facet: Facet): readonly Option[] =>
      optionsOf(found, filters, facet, value?.facets[facet].map((entry) => entry.value) ?? []);
    return {
      audience: of('audience'),
      topic: of('topic'),
      jurisdiction: of('jurisdiction'),
      type: of('type'),
    };
  }, [found, filters, value]);

  function filter(facet: Facet, wanted: string | null): void {
    const kept = Object.fromEntries(
      FACETS.filter((one) => one !== facet && filters[one] !== undefined).map((one) => [one, filters[one]]),
    ) as Filters;
    setFilters(wanted === null ? kept : { ...kept, [facet]: wanted });
  }

  function clear(): void {
    setFilters({});
    search('');
  }

  return { loading, words, search, filters, filter, clear, results, options, ...useEntry() };
}

function useEntry(): Pick<Library, 'entry' | 'openEntry'> {
  const { subPageId } = useHost();
  const [entry, setEntry] = useState(() => readQuery('entry') ?? (subPageId === '' ? null : subPageId));
  useEffect(
    () =>
      onHistory(() => {
        setEntry(readQuery('entry'));
      }),
    [],
  );
  function openEntry(id: string | null): void {
    writeQuery('entry', id);
    setEntry(id);
    scrollToTop();
  }
  return { entry, openEntry };
}
