import { z } from 'zod';
import { referralAct, referralReply, teamReferrals, type ReferralView } from '../../contract/referrals.js';
import { overdue } from '../../domain/routing/referral.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import { partsOfTeam } from '../../domain/routing/team.js';
import { brand, type ReferralId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import { problem, route, type HttpFeature } from '../../http/kit.js';
import type { ReferralDetails } from './ports.js';
import type { ReferralsUseCases } from './use-cases.js';

const params = z.object({
  id: z
    .string()
    .max(100)
    .transform((id) => brand<ReferralId>(id)),
});

/** The page behind a local team's signed link. */
export const referralsHttp = (
  useCases: ReferralsUseCases,
  forces: Pick<AreaDirectory, 'force'>,
): HttpFeature => ({
  routes: [
    route({
      method: 'get',
      path: '/team/referrals',
      summary: 'The referrals of the team that the link names.',
      caller: 'team',
      reply: teamReferrals,
      async run({ team, now }) {
        const { teamName, referrals } = await useCases.listTeamReferrals({ team, now });
        const parts = partsOfTeam(team);
        const forceName = parts ? forces.force(parts.force).name : '';
        return {
          kind: 'ok',
          body: {
            team: { name: teamName, forceName },
            referrals: referrals.map((entry) => referralView(entry, now)),
          },
        };
      },
    }),
    route({
      method: 'post',
      path: '/team/referrals/:id',
      summary: 'The team acknowledges a referral, records contact or closes it.',
      caller: 'team',
      params,
      body: referralAct,
      reply: referralReply,
      async run({ team, params: { id }, body: { act, version }, now }) {
        const acted = await useCases.actOnReferral({ actor: { kind: 'team', team }, id, act, version, now });
        switch (acted.kind) {
          case 'unknown':
            return problem('not_found', 'Your team has no such referral.');
          case 'refused':
            return problem('bad_request', acted.problem);
          case 'conflict':
            return problem('conflict', acted.problem);
          case 'acted':
            return { kind: 'ok', body: { referral: referralView(acted.details, now) } };
        }
      },
    }),
  ],
});

function referralView({ referral, person, text }: ReferralDetails, now: Instant): ReferralView {
  const gone = referral.state === 'withdrawn';
  return {
    id: referral.id,
    // Passed on to this very team, it stands open before them.
    state: referral.state === 'passed-on' ? 'open' : referral.state,
    person: {
      name: gone ? 'Withdrawn' : person.name,
      email: gone ? null : (person.email ?? null),
      audience: person.audience,
      area: gone ? null : (person.area ?? null),
    },
    text: gone ? '' : text,
    createdAt: referral.createdAt,
    acknowledgeDue: referral.due.acknowledgeBy,
    contactDue: referral.due.contactBy,
    overdue: overdue(referral, now).kind === 'overdue',
    version: referral.version,
  };
}
