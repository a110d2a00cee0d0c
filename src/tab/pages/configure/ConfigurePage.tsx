import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../../components/Page/Page.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { currentOrigin } from '../../host/browser.js';
import { useHost } from '../../host/useHost.js';
import { useText } from '../../text/useText.js';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Choice = 'guidance' | 'panel';

/** Sets up a tab of a channel or a meeting. */
export function ConfigurePage() {
  const host = useHost();
  const text = useText();
  const styles = useStyles();
  const sections = useSectionStyles();
  const [choice, setChoice] = useState<Choice>(host.meetingId === null ? 'guidance' : 'panel');
  useTabOffer(choice, text.configure[choice]);
  const options = ['guidance', 'panel'] as const;
  const hints = { guidance: text.configure.guidanceHint, panel: text.configure.panelHint };
  return (
    <Page title={text.configure.title} lead={text.configure.lead} narrow>
      {host.kind === 'browser' ? (
        <p className={sections.quiet}>{text.configure.outside}</p>
      ) : (
        <Field label={text.configure.label}>
          <RadioGroup
            value={choice}
            onChange={(_, data) => {
              setChoice(data.value === 'panel' ? 'panel' : 'guidance');
            }}
          >
            {options.map((option) => (
              <Radio
                key={option}
                value={option}
                label={
                  <span className={styles.option}>
                    {text.configure[option]}
                    <span className={styles.hint}>{hints[option]}</span>
                  </span>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      )}
    </Page>
  );
}

function useTabOffer(choice: Choice, name: string): void {
  const { kind } = useHost();
  const offer = useRef({ choice, name });
  useEffect(() => {
    offer.current = { choice, name };
  }, [choice, name]);
  useEffect(() => {
    if (kind !== 'teams') return;
    void import('../../host/teams.js').then(({ offerTab }) => {
      offerTab(() => ({
        entityId: offer.current.choice,
        name: offer.current.name,
        contentUrl: `${currentOrigin()}/tab/${offer.current.choice}`,
      }));
    });
  }, [kind]);
}
