import { createAreaDirectory } from '../../adapters/policing/area-directory.js';
import { describeArea, explainArea } from '../../domain/routing/describe-area.js';
import { placeArea } from '../../domain/routing/area.js';
import type { ExitStatus, Io } from '../io.js';

/** `area`: one postcode, council or constituency a line in, the force (or what would settle it) a line out. */
export async function placeAreas(io: Io): Promise<ExitStatus> {
  const directory = createAreaDirectory();
  for await (const line of io.lines) {
    if (line.trim() === '') continue;
    const decision = placeArea(line.trim(), directory);
    io.out(JSON.stringify(describeArea(decision)));
    if (decision.kind === 'unknown') io.err(`${line.trim()}: ${explainArea(decision) ?? 'unknown'}`);
  }
  return 0;
}
