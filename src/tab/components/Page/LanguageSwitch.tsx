import { Button } from '@fluentui/react-components';
import { useSpeech, type Language } from '../../text/useText.js';

/** Offers the other language, in its own words. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage?: (language: Language) => void }) {
  const { language, speak, text } = useSpeech();
  const other: Language = language === 'en' ? 'cy' : 'en';
  const change = (): void => {
    speak(other);
    onLanguage?.(other);
  };
  return (
    <Button appearance="subtle" lang={other} onClick={change}>
      {text.language[other]}
    </Button>
  );
}
