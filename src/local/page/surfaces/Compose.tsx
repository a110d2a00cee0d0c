import { Button } from '@fluentui/react-components';
import { Send20Filled } from '@fluentui/react-icons';
import { useId, useState, type KeyboardEvent } from 'react';
import type { ShownCommand } from '../../show/protocol.js';
import { say } from '../state/api.js';
import { useLayout, type WindowId } from '../state/layout.js';
import { useShow } from '../state/useShow.js';

const SHOWN = 5;

/** The commands that fit what has been typed so far; everything is offered to an empty box in which `/` was typed. */
function fitting(commands: readonly ShownCommand[], person: string, text: string): readonly ShownCommand[] {
  const typed = text.replace(/^\//, '').trimStart().toLowerCase();
  if (text === '' || typed.length > 24) return [];
  return commands
    .filter((one) => !one.people || one.people.includes(person))
    .filter(
      (one) => one.name.startsWith(typed) && one.name !== typed.trim() && !typed.startsWith(`${one.name} `),
    )
    .slice(0, SHOWN);
}

/** Where a message is typed: Enter sends, the arrows choose among the suggested commands. */
export function Compose({
  window,
  person,
  conversationId,
  mention,
  placeholder,
}: {
  readonly window: WindowId;
  readonly person: string;
  readonly conversationId: string;
  readonly mention: boolean;
  readonly placeholder: string;
}) {
  const { drafts, draft } = useLayout();
  const { commands } = useShow();
  const text = drafts[window] ?? '';
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const [problem, setProblem] = useState('');
  const listId = useId();
  const offers = closed ? [] : fitting(commands, person, text);
  const current = Math.min(chosen, offers.length - 1);

  const take = (command: ShownCommand): void => {
    draft(window, /[<[]/.test(command.usage) ? `${command.name} ` : command.name);
    setClosed(true);
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    draft(window, '');
    setClosed(false);
    const sent = await say({ person, conversationId, text, mention });
    setProblem(sent.ok ? '' : sent.message);
    if (!sent.ok) draft(window, text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const offered = offers[current];
    if (event.key === 'Escape') setClosed(true);
    else if (offered && event.key === 'ArrowDown') setChosen((current + 1) % offers.length);
    else if (offered && event.key === 'ArrowUp') setChosen((current + offers.length - 1) % offers.length);
    else if (offered && event.key === 'Tab' && !event.shiftKey) take(offered);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    if (event.key !== 'Escape') event.preventDefault();
  };
  return (
    <div className="compose">
      {offers.length > 0 && (
        <ul className="offers" id={listId} role="listbox" aria-label="Commands">
          {offers.map((command, index) => (
            <li
              key={command.name}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault();
                take(command);
              }}
            >
              <b>{command.usage}</b>
              <span>{command.description}</span>
            </li>
          ))}
        </ul>
      )}
      {problem !== '' && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      <div className="box">
        <textarea
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-autocomplete="list"
          aria-controls={listId}
          {...(offers.length > 0 ? { 'aria-activedescendant': `${listId}-${String(current)}` } : {})}
          onChange={(event) => {
            draft(window, event.target.value);
            setChosen(0);
            setClosed(false);
          }}
          onKeyDown={onKeyDown}
        />
        <Button
          appearance="transparent"
          icon={<Send20Filled />}
          aria-label="Send"
          onClick={() => void send()}
        />
      </div>
    </div>
  );
}
