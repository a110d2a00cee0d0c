import type { AreaDirectory } from '../routing/area-directory.js';
import { partsOfTeam, TEAM_LABELS } from '../routing/team.js';
import type { TeamId } from '../shared/ids.js';

/** What a local team is called where it has not given itself a name: `Kent Police: neighbourhood policing team`. */
export function teamName(team: TeamId, forces: Pick<AreaDirectory, 'force'>): string {
  const parts = partsOfTeam(team);
  if (!parts) return 'Local policing team';
  const label = TEAM_LABELS[parts.kind];
  return `${forces.force(parts.force).name}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
