import { Link } from '@fluentui/react-components';
import { CheckmarkCircle24Regular, LockClosed20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { MeView } from '../../../contract/people.js';
import { AskBox } from '../../components/AskBox/AskBox.js';
import { useAnnounce } from '../../components/Announcer/useAnnounce.js';
import { MyQuestions } from '../../components/MyQuestions/MyQuestions.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { Page } from '../../components/Page/Page.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { useDesk, useLoad } from '../../api/useDesk.js';
import { focusOn, readQuery } from '../../host/browser.js';
import { useSpeech, type Language } from '../../text/useText.js';
import { AreaSection } from './AreaSection.js';
import { BriefingList } from './BriefingList.js';
import { ForgetMe } from './ForgetMe.js';
import { useMeStyles } from './Me.styles.js';

/** Everything a person does without the bot: over a personal link, or signed in to Teams. */
export function MePage({ personalLink }: { readonly personalLink: boolean }) {
  const desk = useDesk();
  const { text, speak } = useSpeech();
  const announce = useAnnounce();
  const { state, restart, set } = useLoad(desk.me);
  const [forgotten, setForgotten] = useState<string | null>(null);
  const language = state.kind === 'ready' ? state.value.language : null;
  useEffect(() => {
    if (language && readQuery('lang') === null) speak(language);
  }, [language, speak]);

  async function keepLanguage(wanted: Language): Promise<void> {
    const result = await desk.changeMe({ language: wanted });
    if (result.kind === 'failed') announce(text.me.languageFailed);
  }

  if (forgotten !== null) {
    return (
      <Page title={text.me.title} heading={text.app.name} narrow>
        <div ref={focusOn} tabIndex={-1}>
          <EmptyView icon={<CheckmarkCircle24Regular />} title={text.me.forgottenTitle} hint={forgotten} />
        </div>
      </Page>
    );
  }
  if (state.kind === 'ready') {
    return (
      <Page
        title={text.me.title}
        heading={text.me.hello(state.value.name)}
        lead={text.me.lead}
        onLanguage={(wanted) => void keepLanguage(wanted)}
      >
        <Mine me={state.value} personalLink={personalLink} onChange={set} onForgotten={setForgotten} />
      </Page>
    );
  }
  return (
    <Page title={text.me.title}>
      {state.kind === 'loading' ? <LoadingView /> : <FailureView failure={state.failure} onAgain={restart} />}
    </Page>
  );
}

interface MineProps {
  readonly me: MeView;
  readonly personalLink: boolean;
  readonly onChange: (me: MeView) => void;
  readonly onForgotten: (message: string) => void;
}

function Mine({ me, personalLink, onChange, onForgotten }: MineProps) {
  const desk = useDesk();
  const { text } = useSpeech();
  const sections = useSectionStyles();
  const styles = useMeStyles();
  const questions = useLoad(desk.myQuestions);
  const { refresh } = questions;
  const onAsked = useCallback(() => void refresh(), [refresh]);
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <BriefingList key={me.area?.region ?? ''} />
      </div>
      <div className={styles.column}>
        <section className={sections.surface} aria-label={text.ask.title}>
          <h2 className={sections.heading}>{text.ask.title}</h2>
          <AskBox onAsked={onAsked} />
        </section>
        <div className={sections.surface}>
          <MyQuestions questions={questions} />
        </div>
        <AreaSection me={me} onChange={onChange} />
        <div className={sections.surface}>
          <h2 className={sections.heading}>
            <Link className={styles.link} href="/tab/guidance" target="_blank" rel="noopener">
              {text.me.guidance}
            </Link>
          </h2>
          <p className={sections.quiet}>{text.me.guidanceHint}</p>
        </div>
        {personalLink && (
          <p className={styles.private}>
            <LockClosed20Regular />
            <span>{text.me.private}</span>
          </p>
        )}
        <ForgetMe onForgotten={onForgotten} />
      </div>
    </div>
  );
}
