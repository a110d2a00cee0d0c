import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeView } from '../../../contract/people.js';
import { AreaForm } from '../../components/AreaForm/AreaForm.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useText } from '../../text/useText.js';

export interface AreaSectionProps {
  readonly me: MeView;
  readonly onChange: (me: MeView) => void;
}

/** Where the reader is placed, and the local team that follows from it. */
export function AreaSection({ me, onChange }: AreaSectionProps) {
  const text = useText();
  const sections = useSectionStyles();
  const [changing, setChanging] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const editing = changing || me.area === null;
  return (
    <section className={sections.surface} aria-label={text.me.area}>
      <h2 className={sections.heading}>{text.me.area}</h2>
      {me.area ? (
        <p className={sections.plain}>
          <strong>{me.area.name}</strong> · {me.area.forceName} · {text.regions[me.area.region]}
        </p>
      ) : (
        <p className={sections.plain}>{text.me.areaNone}</p>
      )}
      {me.team && (
        <div>
          <h3 className={sections.subheading}>{text.me.team}</h3>
          <p className={sections.plain}>{me.team.name}</p>
          <p className={sections.small}>{me.team.note}</p>
        </div>
      )}
      {message !== null && (
        <p role="status" className={sections.quiet}>
          {message}
        </p>
      )}
      <p className={sections.small}>{text.me.areaHint}</p>
      {editing ? (
        <AreaForm
          onPlaced={(changed, said) => {
            setChanging(false);
            setMessage(said);
            onChange(changed);
          }}
        />
      ) : (
        <div>
          <Button
            size="small"
            onClick={() => {
              setMessage(null);
              setChanging(true);
            }}
          >
            {text.me.areaChange}
          </Button>
        </div>
      )}
    </section>
  );
}
