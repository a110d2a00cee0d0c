import type { Force } from '../routing/area-directory.js';
import type { Jurisdiction } from './resource.js';

/** When a line is the right one. */
export type LineUse =
  'emergency' | 'non-emergency' | 'terrorism' | 'radicalisation' | 'railway' | 'community';

/** A number to call or text, or a page to report on. At least one of the ways is there. */
export interface ContactLine {
  readonly id: string;
  readonly name: string;
  readonly use: LineUse;
  /** When to use it, one sentence. */
  readonly when: string;
  readonly phone?: string;
  /** For people who are deaf or cannot speak: through a textphone or the Relay UK app. */
  readonly textphone?: string;
  readonly sms?: string;
  readonly url?: string;
  readonly jurisdiction: Jurisdiction;
  /** Something a caller should know beforehand; absent if nothing. */
  readonly note?: string;
}

/** The lines of a nation, in the order of the list: those for the whole United Kingdom and its own. */
export function linesFor(nation: Force['nation'], lines: readonly ContactLine[]): readonly ContactLine[] {
  const own: Jurisdiction = nation === 'england' || nation === 'wales' ? 'england-and-wales' : nation;
  return lines.filter((line) => line.jurisdiction === 'uk' || line.jurisdiction === own);
}

/** The lines for one use. */
export function linesOfUse(use: LineUse, lines: readonly ContactLine[]): readonly ContactLine[] {
  return lines.filter((line) => line.use === use);
}

/** The line for what is not an emergency in the area of a force: 101 and that force's own report page. */
export function forceLine(force: Force): ContactLine {
  return {
    id: `force-${force.id}`,
    name: force.name,
    use: 'non-emergency',
    when: 'To report something that is not an emergency to your own force.',
    phone: force.phone,
    textphone: `18001 ${force.phone}`,
    url: force.reportOnline,
    jurisdiction: force.nation === 'england' || force.nation === 'wales' ? 'england-and-wales' : force.nation,
  };
}
