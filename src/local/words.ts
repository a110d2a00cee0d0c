import type { LocalConfig } from '../config.js';

/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Where to look, once everything is up. */
export function announce({ publicUrl }: LocalConfig, realGraph: boolean): void {
  say(`
  Briefing Desk is running on this machine. All people in it are invented.

    See it at work, side by side    ${publicUrl}/local/
    Guidance library (the tab)      ${publicUrl}/tab/guidance
    Registration page               ${publicUrl}/register
    What the server speaks          ${publicUrl}/api/v1/openapi.json
${realGraph ? '\n    Meetings and mail go to the calendar service of your GRAPH_ settings.\n' : ''}
  The command line works meanwhile: npm run -s desk -- status
  Ctrl-C stops everything; the data stay in place.
`);
}
