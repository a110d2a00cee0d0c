import { useRef, useState } from 'react';
import { z } from 'zod';
import { publicRegistration } from '../../../contract/registrations.js';
import { useDesk } from '../../api/useDesk.js';
import { readQuery } from '../../host/browser.js';
import { newKey } from '../../host/newKey.js';
import { failureSentence } from '../../text/failure.js';
import { useSpeech } from '../../text/useText.js';

export const FIELDS = ['briefing', 'name', 'email', 'audience', 'area'] as const;
export type FieldName = (typeof FIELDS)[number];
export type Answers = Readonly<Record<FieldName, string>>;

const BLANK: Answers = { briefing: '', name: '', email: '', audience: '', area: '' };

/** The fields whose answers the server would not take, by the server's own rules. */
export function faultyFields(answers: Answers): readonly FieldName[] {
  const parsed = publicRegistration.safeParse({ ...answers, email: answers.email.trim() });
  if (parsed.success) return [];
  const faulty = new Set(Object.keys(z.flattenError(parsed.error).fieldErrors));
  return FIELDS.filter((field) => faulty.has(field));
}

/** The public registration: what is typed stays until the server has taken it. */
export function useRegisterForm() {
  const desk = useDesk();
  const { language, text } = useSpeech();
  const [answers, setAnswers] = useState<Answers>(() => ({
    ...BLANK,
    briefing: readQuery('briefing') ?? '',
  }));
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [thanks, setThanks] = useState<string | null>(null);
  const attempt = useRef<{ said: string; key: string } | null>(null);
  const faulty = tries > 0 ? faultyFields(answers) : [];

  function answer(field: FieldName, value: string): void {
    setAnswers((before) => ({ ...before, [field]: value }));
  }

  async function send(): Promise<void> {
    if (busy) return;
    setTries((before) => before + 1);
    setProblem(null);
    if (faultyFields(answers).length > 0) return;
    const { area, email, ...rest } = answers;
    const said = JSON.stringify(answers);
    if (attempt.current?.said !== said) attempt.current = { said, key: newKey() };
    const body = publicRegistration.parse({
      ...rest,
      email: email.trim(),
      language,
      ...(area.trim() === '' ? {} : { area }),
    });
    setBusy(true);
    const result = await desk.applyForPlace(body, attempt.current.key);
    setBusy(false);
    if (result.kind === 'failed') setProblem(failureSentence(text, result.failure));
    else setThanks(result.value.message);
  }

  function startAnew(): void {
    attempt.current = null;
    setAnswers(BLANK);
    setTries(0);
    setThanks(null);
  }

  return { answers, answer, faulty, tries, busy, problem, thanks, send, startAnew };
}

export type RegisterForm = ReturnType<typeof useRegisterForm>;
