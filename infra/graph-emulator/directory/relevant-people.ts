import { collectionPage } from '../protocol/collection-page.ts';
import { stableGuid } from '../access/tenant.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import type { Json } from '../protocol/json.ts';
import { peopleRead } from '../access/permission-names.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';
import type { Mailbox } from './mailbox.ts';
import { personOf } from './mailbox-lookup.ts';

/** Larger groups make nobody relevant to each other. Source: concepts/people-insights-overview. */
const largestGroup = 30;

function colleague({ id, displayName, mail, profile }: Mailbox): Json {
  return {
    id,
    displayName,
    givenName: profile['givenName'] ?? null,
    surname: profile['surname'] ?? null,
    userPrincipalName: profile['userPrincipalName'] ?? null,
    scoredEmailAddresses: [{ address: mail, relevanceScore: 10 }],
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  };
}

/** Whom somebody works with: members of the same groups, the smaller the group the nearer, then the contacts. */
function listPeople(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter']);
  const { id, settings } = personOf(world, call);
  const ids = world.directory
    .groups()
    .filter(({ members }) => members.length < largestGroup && members.includes(id))
    .sort((one, other) => one.members.length - other.members.length)
    .flatMap(({ members }) => members);
  const colleagues = [...new Set(ids)]
    .filter((other) => other !== id)
    .flatMap((other) => world.directory.find(other) ?? []);
  const contacts = (settings.contacts ?? []).map(({ displayName, address }) => ({
    id: stableGuid(`contact/${id}/${address}`),
    displayName,
    userPrincipalName: null,
    scoredEmailAddresses: [{ address, relevanceScore: 5 }],
    personType: { class: 'Person', subclass: 'PersonalContact' },
  }));
  const people = [...colleagues.map(colleague), ...contacts];
  return ok(collectionPage(call, `users('${id}')/people`, people, options, 10));
}

export const relevantPeopleRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/users/{user}/people', needs: peopleRead, handle: listPeople },
];
