import {
  areaChange,
  areaReply,
  forgottenReply,
  meChange,
  meView,
  type AreaReply,
  type MeView,
} from '../../contract/people.js';
import { TEAM_LABELS, teamKindFor } from '../../domain/routing/team.js';
import type { Person } from '../../domain/shared/person.js';
import { regionById } from '../../domain/shared/region.js';
import { route, type HttpFeature } from '../../http/kit.js';
import type { PeopleUseCases } from './use-cases.js';
import type { Placing } from './place-person.js';

/** The caller's own details; no route here takes another person's id. */
export function peopleHttp(use: PeopleUseCases): HttpFeature {
  const view = (person: Person): MeView => ({
    name: person.name,
    email: person.email ?? null,
    audience: person.audience,
    language: person.language,
    area: person.area
      ? {
          kind: person.area.kind,
          name: person.area.name,
          force: person.area.force,
          forceName: use.forceName(person.area.force),
          region: person.area.region,
          regionName: regionById(person.area.region).name,
        }
      : null,
    team: person.area
      ? {
          name: `${use.forceName(person.area.force)}: ${TEAM_LABELS[teamKindFor(person.audience)]}`,
          note: 'Specific questions about your own security go to this team, in private. Not an emergency: 101. In danger: 999.',
        }
      : null,
  });
  const placed = (placing: Placing): AreaReply => {
    if (placing.kind === 'ask') return { ...placing, suggestions: [...placing.suggestions] };
    const message = `Your area is ${placing.area.name}. Your force is ${use.forceName(placing.area.force)}.`;
    return { kind: 'placed', me: view(placing.person), message };
  };
  return {
    routes: [
      route({
        method: 'get',
        path: '/me',
        summary: 'The caller',
        caller: 'person',
        reply: meView,
        run: ({ person }) => Promise.resolve({ kind: 'ok', body: view(person) }),
      }),
      route({
        method: 'put',
        path: '/me',
        summary: 'Change audience or language',
        caller: 'person',
        body: meChange,
        reply: meView,
        async run({ person, body, now }) {
          const { audience, language } = body;
          const change = {
            ...(audience ? { audience } : {}),
            ...(language ? { language } : {}),
          };
          return {
            kind: 'ok',
            body: view(Object.keys(change).length > 0 ? await use.change(person, change, now) : person),
          };
        },
      }),
      route({
        method: 'put',
        path: '/me/area',
        summary: 'Place the caller by postcode, council or constituency',
        caller: 'person',
        body: areaChange,
        reply: areaReply,
        async run({ person, body, now }) {
          return { kind: 'ok', body: placed(await use.place(person, body.area, now)) };
        },
      }),
      route({
        method: 'delete',
        path: '/me',
        summary: 'Forget the caller',
        caller: 'person',
        reply: forgottenReply,
        async run({ person, now }) {
          await use.forget(person, now);
          return {
            kind: 'ok',
            body: { message: 'Your details have been removed. You are welcome back at any time.' },
          };
        },
      }),
    ],
  };
}
