import {
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
  type Action,
} from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import { HOST_CONFIG } from './host-config.js';
import { drawMarks } from './marks.js';

/** A pressed button with the card's inputs in its data, or a link. */
export type Pressed =
  | {
      readonly kind: 'action';
      readonly action: {
        readonly type: 'Action.Execute' | 'Action.Submit';
        readonly id?: string;
        readonly verb?: string;
        readonly title?: string;
        readonly data: object;
      };
    }
  | { readonly kind: 'link'; readonly url: string };

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

/** Markdown as HTML; what the writer typed as HTML stays text. */
export const markdownToHtml = (text: string): string => markdown.render(text);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

/** The card as an element, or undefined when it cannot be shown. */
export function renderCard(content: object, onPressed: (pressed: Pressed) => void): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(HOST_CONFIG);
  card.onExecuteAction = (action) => {
    const pressed = pressedBy(action);
    if (pressed) onPressed(pressed);
  };
  card.onAnchorClicked = (_card, anchor) => {
    onPressed({ kind: 'link', url: anchor.href });
    return true;
  };
  card.parse(content);
  const element = card.render();
  if (!element) return undefined;
  // The library makes the whole card a tab stop; in Teams the keyboard goes from control to control.
  element.removeAttribute('tabindex');
  drawMarks(element);
  return element;
}

function pressedBy(action: Action): Pressed | undefined {
  if (action instanceof OpenUrlAction) return action.url ? { kind: 'link', url: action.url } : undefined;
  if (!(action instanceof ExecuteAction) && !(action instanceof SubmitAction)) return undefined;
  const named = {
    ...(action.id ? { id: action.id } : {}),
    ...(action.title ? { title: action.title } : {}),
    data: typeof action.data === 'object' ? action.data : {},
  };
  if (action instanceof ExecuteAction) {
    return {
      kind: 'action',
      action: { type: 'Action.Execute', ...named, ...(action.verb ? { verb: action.verb } : {}) },
    };
  }
  return { kind: 'action', action: { type: 'Action.Submit', ...named } };
}
