import { useCallback, useState } from 'react';
import { AreaForm } from '../../components/AreaForm/AreaForm.js';
import { AskBox } from '../../components/AskBox/AskBox.js';
import { MyQuestions } from '../../components/MyQuestions/MyQuestions.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useDesk, useLoad } from '../../api/useDesk.js';
import { useText } from '../../text/useText.js';
import { usePanelStyles } from './Panel.styles.js';

/** What an attendee does beside a briefing: ask, and see what became of it. */
export function AskView({ code }: { readonly code: string }) {
  const desk = useDesk();
  const text = useText();
  const sections = useSectionStyles();
  const styles = usePanelStyles();
  const questions = useLoad(desk.myQuestions);
  const me = useLoad(desk.me);
  const [placed, setPlaced] = useState<string | null>(null);
  const refresh = questions.refresh;
  const onAsked = useCallback(() => void refresh(), [refresh]);
  const lacksArea = me.state.kind === 'ready' && me.state.value.area === null;
  return (
    <div className={styles.stack}>
      <section className={styles.ask} aria-label={text.ask.title}>
        <AskBox briefing={code} onAsked={onAsked} />
      </section>
      {placed !== null && (
        <p role="status" className={sections.quiet}>
          {placed}
        </p>
      )}
      {lacksArea && (
        <section className={sections.section} aria-label={text.me.area}>
          <h2 className={sections.subheading}>{text.me.area}</h2>
          <p className={sections.small}>{text.me.areaHint}</p>
          <AreaForm
            onPlaced={(changed, message) => {
              me.set(changed);
              setPlaced(message);
              void refresh();
            }}
          />
        </section>
      )}
      <MyQuestions questions={questions} />
    </div>
  );
}
