import { Button } from '@fluentui/react-components';
import { Search48Regular } from '@fluentui/react-icons';
import { HelpLines } from '../../components/HelpLines/HelpLines.js';
import { standingLines } from '../../components/HelpLines/lines.js';
import { EmptyView } from '../../components/Notice/EmptyView.js';
import { Page } from '../../components/Page/Page.js';
import { useText } from '../../text/useText.js';

/** A path that names no page. */
export function UnknownPage() {
  const text = useText();
  return (
    <Page title={text.app.name} narrow>
      <EmptyView icon={<Search48Regular />} title={text.unknown.title} hint={text.unknown.hint}>
        <Button as="a" appearance="primary" href="/tab/guidance">
          {text.panel.guidance}
        </Button>
      </EmptyView>
      <HelpLines lines={standingLines(text)} />
    </Page>
  );
}
