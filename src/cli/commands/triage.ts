import { readFileSync } from 'node:fs';
import {
  BriefingUnreadable,
  closerReading,
  loadTriageModel,
  parseBriefing,
  sentenceEncoder,
  triageLines,
} from '../../adapters/triage-models/index.js';
import type { SentenceEncoder, TriageLinesOptions } from '../../adapters/triage-models/index.js';
import { secondOpinionOf, considering } from '../../compose-triage.js';
import { readTriageConfig, type Environment } from '../../config.js';
import type { TriageBriefing, TriageModel } from '../../domain/question/triage.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';

/** `triage`: one message a line in, one decision a line out. A line that cannot be read is named and passed over. */
export async function triageMessages(
  options: { briefing: string; explain?: boolean; quick?: boolean; secondOpinion?: boolean },
  io: Io,
  environment: Environment,
): Promise<ExitStatus> {
  const wanted = options.secondOpinion === true;
  const settings = readTriageConfig(environment, { secondOpinion: wanted });
  if (wanted && !settings.secondOpinion) {
    throw new CommandFault(
      'Nobody is set to give a second opinion. Set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT, and TRIAGE_SECOND_OPINION to general or all; or leave --second-opinion out.',
    );
  }
  const briefing = readBriefing(options.briefing);
  const model = loadTriageModel();
  const counts = new Map<string, number>();
  const count = (result: string): void => void counts.set(result, (counts.get(result) ?? 0) + 1);
  const encoder =
    settings.embeddings && options.quick !== true ? sentenceEncoder({ most: Infinity }) : undefined;
  let faults = 0;
  const decisions = triageLines(io.lines, {
    briefing,
    model,
    thresholds: settings.thresholds,
    consider: lookCloser({ ...settings, model, encoder, count }),
    explain: options.explain === true,
    onFault: ({ line, error }) => {
      faults += 1;
      io.err(`line ${String(line)}: ${error}`);
    },
  });
  try {
    for await (const decision of decisions) io.out(JSON.stringify(decision));
  } finally {
    await encoder?.close();
  }
  if (wanted) io.err(summaryOf(counts));
  if (faults > 0) io.err(`${String(faults)} line(s) could not be read and were passed over.`);
  return faults > 0 ? 1 : 0;
}

/** Looks closer as the service would, but waits for the encoder as long as it takes: here no turn is held up. */
function lookCloser({
  model,
  thresholds,
  encoder,
  secondOpinion,
  count,
}: ReturnType<typeof readTriageConfig> & {
  readonly model: TriageModel;
  readonly encoder: SentenceEncoder | undefined;
  readonly count: (result: string) => void;
}): NonNullable<TriageLinesOptions['consider']> {
  const closely = encoder && closerReading(encoder);
  const opinions = secondOpinion
    ? considering([secondOpinionOf(secondOpinion, { model, thresholds, count })], thresholds)
    : undefined;
  return async (message, quick) => {
    const read = closely ? await closely({ ...message, model, thresholds }, quick) : quick;
    return opinions ? opinions(message, read) : read;
  };
}

const summaryOf = (counts: ReadonlyMap<string, number>): string =>
  `Second opinions: ${['asked', 'agreed', 'differed', 'unsure', 'failed', 'skipped'].map((result) => `${result} ${String(counts.get(result) ?? 0)}`).join(', ')}.`;

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
