import { Button, Field, SearchBox, Select, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useText } from '../../text/useText.js';
import { useGuidanceStyles } from './Guidance.styles.js';
import { FACETS, type Facet } from './search.js';
import type { Library } from './useLibrary.js';

/** Words and filters. On a narrow screen the filters are folded away until asked for. */
export function FilterBar({ library }: { readonly library: Library }) {
  const text = useText();
  const styles = useGuidanceStyles();
  const [open, setOpen] = useState(false);
  const active = FACETS.filter((facet) => library.filters[facet] !== undefined).length;
  return (
    <search className={styles.tools}>
      <Field label={text.guidance.search} className={styles.search}>
        <SearchBox
          size="large"
          value={library.words}
          placeholder={text.guidance.searchHint}
          onChange={(_, data) => {
            library.search(data.value);
          }}
        />
      </Field>
      <Button
        className={styles.onlyNarrow}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {text.guidance.filters(active)}
      </Button>
      <div className={mergeClasses(styles.filters, !open && styles.hiddenWhenNarrow)}>
        {FACETS.map((facet) => (
          <FacetSelect key={facet} facet={facet} library={library} />
        ))}
      </div>
    </search>
  );
}

function FacetSelect({ facet, library }: { readonly facet: Facet; readonly library: Library }) {
  const text = useText();
  const sections = useSectionStyles();
  return (
    <Field label={text.guidance[facet]}>
      <Select
        className={sections.select}
        value={library.filters[facet] ?? ''}
        onChange={(_, data) => {
          library.filter(facet, data.value === '' ? null : data.value);
        }}
      >
        <option value="">{text.guidance.all}</option>
        {library.options[facet].map(({ value, count }) => (
          <option key={value} value={value}>
            {`${value} (${String(count)})`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
