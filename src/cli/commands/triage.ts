import { readFileSync } from 'node:fs';
import {
  BriefingUnreadable,
  loadTriageModel,
  parseBriefing,
  triageLines,
} from '../../adapters/triage-models/index.js';
import type { TriageBriefing } from '../../domain/question/triage.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';

/** `triage`: one message a line in, one decision a line out. A line that cannot be read is named and passed over. */
export async function triageMessages(
  options: { briefing: string; explain?: boolean },
  io: Io,
): Promise<ExitStatus> {
  const briefing = readBriefing(options.briefing);
  let faults = 0;
  const decisions = triageLines(io.lines, {
    briefing,
    model: loadTriageModel(),
    explain: options.explain === true,
    onFault: ({ line, error }) => {
      faults += 1;
      io.err(`line ${String(line)}: ${error}`);
    },
  });
  for await (const decision of decisions) io.out(JSON.stringify(decision));
  if (faults > 0) io.err(`${String(faults)} line(s) could not be read and were passed over.`);
  return faults > 0 ? 1 : 0;
}

function readBriefing(file: string): TriageBriefing {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CommandFault(
      `The briefing file ${file} cannot be read. Give a JSON file {id, title, audience[], topics[{title, summary}]}.`,
    );
  }
  try {
    return parseBriefing(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof BriefingUnreadable ? cause.message : 'it is not JSON.';
    throw new CommandFault(`The briefing file ${file} cannot be used: ${why}`);
  }
}
