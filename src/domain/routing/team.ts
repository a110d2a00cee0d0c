import type { Audience } from '../shared/audience.js';
import { brand, type ForceId, type TeamId } from '../shared/ids.js';

/** The two kinds of local team that take specific questions. */
export type TeamKind = 'adviser' | 'neighbourhood';

/**
 * The kind of team for an audience. Elected officials, candidates and their staff have the Force Elected Official
 * Adviser, whom every force has had since March 2025 (Operation Ford for councillors, mayors and police and crime
 * commissioners, Operation Bridger for MPs; Local Government Association, "Must Know: Operation Ford"; COSLA,
 * "Guide to Operation Ford"). Parish and town councillors are outside both operations. They, faith leaders and
 * everyone else have their neighbourhood team.
 */
export function teamKindFor(audience: Audience): TeamKind {
  return audience === 'elected-official' || audience === 'private-office' ? 'adviser' : 'neighbourhood';
}

/** The local team that takes a specific question of that audience in the force's area: `<force>/<kind>`. */
export function teamFor(force: ForceId, audience: Audience): TeamId {
  return brand<TeamId>(`${force}/${teamKindFor(audience)}`);
}

/** The force and kind that a team's id is made of, or undefined if it is not such an id. A third part is an area. */
export function partsOfTeam(team: string): { readonly force: ForceId; readonly kind: TeamKind } | undefined {
  const [force = '', kind = ''] = team.split('/');
  if (force === '' || (kind !== 'adviser' && kind !== 'neighbourhood')) return undefined;
  return { force: brand<ForceId>(force), kind };
}

/** What people call a kind of team. */
export const TEAM_LABELS: Readonly<Record<TeamKind, string>> = {
  adviser: 'Elected official adviser',
  neighbourhood: 'Neighbourhood policing team',
};
