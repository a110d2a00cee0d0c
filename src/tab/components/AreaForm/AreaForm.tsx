import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { MeView } from '../../../contract/people.js';
import { useText } from '../../text/useText.js';
import { useAreaForm } from './useAreaForm.js';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  field: { width: '100%', maxWidth: '360px' },
  ask: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  suggestions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Asks for a postcode, council or constituency. */
export function AreaForm({ onPlaced }: { readonly onPlaced: (me: MeView, message: string) => void }) {
  const form = useAreaForm(onPlaced);
  const text = useText();
  const styles = useStyles();
  const message = form.problem ?? form.ask?.message;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.place(form.draft);
      }}
    >
      <Field
        className={styles.field}
        label={text.me.areaLabel}
        {...(message
          ? { validationMessage: message, validationState: form.problem ? 'error' : 'warning' }
          : {})}
      >
        <Input
          value={form.draft}
          autoComplete="postal-code"
          onChange={(_, data) => {
            form.setDraft(data.value);
          }}
        />
      </Field>
      {form.ask !== null && form.ask.suggestions.length > 0 && (
        <div role="group" aria-label={text.me.suggestions} className={styles.suggestions}>
          {form.ask.suggestions.map((suggestion) => (
            <Button
              key={suggestion}
              size="small"
              onClick={() => {
                form.setDraft(suggestion);
                void form.place(suggestion);
              }}
            >
              {suggestion}
            </Button>
          ))}
        </div>
      )}
      <Button type="submit" disabledFocusable={form.busy}>
        {text.me.areaSave}
      </Button>
    </form>
  );
}
