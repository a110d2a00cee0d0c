import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { BriefingView } from '../../../contract/briefings.js';
import { audience } from '../../../contract/shared.js';
import { useSectionStyles } from '../../components/Page/useSectionStyles.js';
import { focusOn } from '../../host/browser.js';
import { sessionTime } from '../../text/times.js';
import { useText } from '../../text/useText.js';
import type { FieldName, RegisterForm } from './useRegisterForm.js';

const useStyles = makeStyles({
  form: { gap: '20px', padding: '28px', '@media (max-width: 640px)': { padding: '16px' } },
  problem: { margin: 0, color: tokens.colorPaletteRedForeground1, outlineStyle: 'none' },
  send: { alignSelf: 'flex-start' },
});

export interface FormProps {
  readonly form: RegisterForm;
  readonly briefings: readonly BriefingView[];
}

/** The questions of the registration. After a try with faults the keyboard goes to the sentence that counts them. */
export function Form({ form, briefings }: FormProps) {
  const text = useText();
  const sections = useSectionStyles();
  const styles = useStyles();
  return (
    <form
      className={`${sections.surface} ${styles.form}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      {form.faulty.length > 0 && (
        <p key={form.tries} ref={focusOn} tabIndex={-1} className={styles.problem}>
          {text.register.check(form.faulty.length)}
        </p>
      )}
      <BriefingChoice form={form} briefings={briefings} />
      <Typed form={form} field="name" label={text.register.name} autoComplete="name" />
      <Typed
        form={form}
        field="email"
        label={text.register.email}
        hint={text.register.emailHint}
        autoComplete="email"
      />
      <Chosen form={form} field="audience" label={text.register.audience}>
        {audience.options.map((one) => (
          <option key={one} value={one}>
            {text.audiences[one]}
          </option>
        ))}
      </Chosen>
      <Typed
        form={form}
        field="area"
        label={text.register.area}
        hint={text.register.areaHint}
        autoComplete="postal-code"
        optional
      />
      {form.problem !== null && (
        <p role="alert" className={styles.problem}>
          {form.problem}
        </p>
      )}
      <Button
        className={styles.send}
        type="submit"
        appearance="primary"
        size="large"
        disabledFocusable={form.busy}
      >
        {form.busy ? text.register.sending : text.register.send}
      </Button>
      <p className={sections.small}>{text.register.privacy}</p>
    </form>
  );
}

function BriefingChoice({ form, briefings }: FormProps) {
  const text = useText();
  const sections = useSectionStyles();
  const [region, setRegion] = useState('');
  const regions = [...new Set(briefings.map((briefing) => briefing.region))];
  const chosen = briefings.find((briefing) => briefing.code === form.answers.briefing);
  const shown = briefings.filter((briefing) => region === '' || briefing.region === region);
  return (
    <>
      <Field label={text.register.region}>
        <Select
          className={sections.select}
          value={region}
          onChange={(_, data) => {
            setRegion(data.value);
            form.answer('briefing', '');
          }}
        >
          <option value="">{text.register.anyRegion}</option>
          {regions.map((id) => (
            <option key={id} value={id}>
              {text.regions[id]}
            </option>
          ))}
        </Select>
      </Field>
      <Chosen
        form={form}
        field="briefing"
        label={text.register.briefing}
        {...(chosen ? { hint: sessionTime(text, chosen) } : {})}
      >
        {shown.map((briefing) => (
          <option key={briefing.code} value={briefing.code}>
            {`${text.regions[briefing.region]}: ${sessionTime(text, briefing)}`}
          </option>
        ))}
      </Chosen>
    </>
  );
}

interface QuestionProps {
  readonly form: RegisterForm;
  readonly field: FieldName;
  readonly label: string;
  readonly hint?: string;
}

function useFault(form: RegisterForm, field: FieldName) {
  const text = useText();
  return form.faulty.includes(field)
    ? { validationMessage: text.register.errors[field], validationState: 'error' as const }
    : {};
}

interface TypedProps extends QuestionProps {
  readonly optional?: boolean;
  readonly autoComplete: string;
}

function Typed({ form, field, label, hint, optional, autoComplete }: TypedProps) {
  const fault = useFault(form, field);
  return (
    <Field label={label} required={!optional} {...(hint === undefined ? {} : { hint })} {...fault}>
      <Input
        type={field === 'email' ? 'email' : 'text'}
        autoComplete={autoComplete}
        value={form.answers[field]}
        onChange={(_, data) => {
          form.answer(field, data.value);
        }}
      />
    </Field>
  );
}

function Chosen({
  form,
  field,
  label,
  hint,
  children,
}: QuestionProps & { readonly children: readonly ReactElement[] }) {
  const text = useText();
  const sections = useSectionStyles();
  const fault = useFault(form, field);
  return (
    <Field label={label} required {...(hint === undefined ? {} : { hint })} {...fault}>
      <Select
        className={sections.select}
        value={form.answers[field]}
        onChange={(_, data) => {
          form.answer(field, data.value);
        }}
      >
        <option value="">{text.register.choose}</option>
        {children}
      </Select>
    </Field>
  );
}
