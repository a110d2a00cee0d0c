import { createContext, useContext } from 'react';
import { cy } from './cy.js';
import { en, type Text } from './en.js';

export type Language = 'en' | 'cy';

export interface Speech {
  readonly language: Language;
  readonly text: Text;
  readonly speak: (language: Language) => void;
}

export const SpeechContext = createContext<Speech | null>(null);

export const textOf = (language: Language): Text => (language === 'cy' ? cy : en);

/** The language a locale such as `cy-GB` asks for. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('cy') ? 'cy' : 'en');

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech is called outside SpeechContext');
  return speech;
}

/** The sentences of the reader's language. */
export const useText = (): Text => useSpeech().text;
