import { Button } from '@fluentui/react-components';
import { Calendar48Regular, Mail48Regular } from '@fluentui/react-icons';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { FailureView } from '../../components/Notice/FailureView.js';
import { LoadingView } from '../../components/Notice/LoadingView.js';
import { Page } from '../../components/Page/Page.js';
import { useDesk, useLoad } from '../../api/useDesk.js';
import { useText } from '../../text/useText.js';
import { Form } from './Form.js';
import { useRegisterForm } from './useRegisterForm.js';

/** Registration for anyone, without an account. */
export function RegisterPage() {
  const text = useText();
  const desk = useDesk();
  const { state, restart } = useLoad(desk.publicBriefings);
  const form = useRegisterForm();
  if (form.thanks !== null) {
    return (
      <Page title={text.register.title} heading={text.app.name} narrow>
        <div role="status">
          <EmptyView icon={<Mail48Regular />} title={text.register.thanksTitle} hint={form.thanks}>
            <Button onClick={form.startAnew}>{text.register.again}</Button>
          </EmptyView>
        </div>
      </Page>
    );
  }
  return (
    <Page title={text.register.title} lead={text.register.lead} narrow>
      {state.kind === 'loading' && <LoadingView />}
      {state.kind === 'failed' && <FailureView failure={state.failure} onAgain={restart} />}
      {state.kind === 'ready' &&
        (state.value.briefings.length === 0 ? (
          <EmptyView icon={<Calendar48Regular />} title={text.briefing.none} hint={text.briefing.noneHint} />
        ) : (
          <Form form={form} briefings={state.value.briefings} />
        ))}
    </Page>
  );
}
