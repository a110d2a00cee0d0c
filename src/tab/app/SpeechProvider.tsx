import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { readQuery, setDocumentLanguage } from '../host/browser.js';
import { languageOf, SpeechContext, textOf } from '../text/useText.js';

/** Speaks the language of the address (`?lang=cy`), else of the host. */
export function SpeechProvider({
  locale,
  children,
}: {
  readonly locale: string;
  readonly children: ReactNode;
}) {
  const [language, speak] = useState(() => languageOf(readQuery('lang') ?? locale));
  useEffect(() => {
    setDocumentLanguage(language);
  }, [language]);
  const speech = useMemo(() => ({ language, text: textOf(language), speak }), [language]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}
