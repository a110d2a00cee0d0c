import { readFileSync } from 'node:fs';
import {
  BriefingUnreadable,
  loadTriageModel,
  parseBriefing,
  triageLines,
} from '../../adapters/triage-models/index.js';
import { secondOpinionOf, considering } from '../../compose-triage.js';
import { readTriageConfig, type Environment } from '../../config.js';
import type { TriageBriefing } from '../../domain/question/triage.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';

/** `triage`: one message a line in, one decision a line out. A line that cannot be read is named and passed over. */
export async function triageMessages(
  options: { briefing: string; explain?: boolean; secondOpinion?: boolean },
  io: Io,
  environment: Environment,
): Promise<ExitStatus> {
  const wanted = options.secondOpinion === true;
  const settings = readTriageConfig(environment, { secondOpinion: wanted });
  const briefing = readBriefing(options.briefing);
  const model = loadTriageModel();
  const opinions = wanted ? opinionsBy(settings, model) : undefined;
  let faults = 0;
  const decisions = triageLines(io.lines, {
    briefing,
    model,
    thresholds: settings.thresholds,
    ...(opinions ? { consider: opinions.consider } : {}),
    explain: options.explain === true,
    onFault: ({ line, error }) => {
      faults += 1;
      io.err(`line ${String(line)}: ${error}`);
    },
  });
  for await (const decision of decisions) io.out(JSON.stringify(decision));
  if (opinions) io.err(opinions.summary());
  if (faults > 0) io.err(`${String(faults)} line(s) could not be read and were passed over.`);
  return faults > 0 ? 1 : 0;
}

/** Asks the second opinion as the service would, and counts what came of it. */
function opinionsBy(
  { thresholds, secondOpinion }: ReturnType<typeof readTriageConfig>,
  model: ReturnType<typeof loadTriageModel>,
) {
  if (!secondOpinion) {
    throw new CommandFault(
      'Nobody is set to give a second opinion. Set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT, and TRIAGE_SECOND_OPINION to general or all; or leave --second-opinion out.',
    );
  }
  const counts = new Map<string, number>();
  const count = (result: string): void => void counts.set(result, (counts.get(result) ?? 0) + 1);
  return {
    consider: considering([secondOpinionOf(secondOpinion, { model, thresholds, count })], thresholds),
    summary: () =>
      `Second opinions: ${['asked', 'agreed', 'differed', 'unsure', 'failed', 'skipped'].map((result) => `${result} ${String(counts.get(result) ?? 0)}`).join(', ')}.`,
  };
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
