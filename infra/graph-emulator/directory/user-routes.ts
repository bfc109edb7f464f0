import { collectionPage } from '../protocol/collection-page.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { directoryQuery } from './advanced-query.ts';
import type { Mailbox } from './mailbox.ts';
import type { Json } from '../protocol/json.ts';
import { settingsJson } from './mailbox-settings.ts';
import { personOf } from './mailbox-lookup.ts';
import { peopleForFilter, searchPeople } from './people-search.ts';
import { defaultProperties } from './user-properties.ts';
import { selfRead, usersRead } from '../access/permission-names.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

function chosen(profile: Json, select: readonly string[] | undefined): Json {
  return pick(profile, select ?? defaultProperties, []);
}

const listOptions = ['$select', '$top', '$skip', '$filter', '$orderby', '$count', '$search'] as const;

/** Those whom a query can mean, found by the index where it has what is asked for. */
function candidates(world: EmulatorState, call: GraphCall, search: string | undefined): readonly Mailbox[] {
  const { directory } = world;
  if (search !== undefined) return [...searchPeople(directory.peopleIndex(), search)];
  const filter = call.query.get('$filter');
  const few = filter === null ? undefined : peopleForFilter(directory.peopleIndex(), filter);
  return few === undefined ? directory.users() : [...few];
}

function listUsers(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = directoryQuery(call, readQueryOptions(call.query, listOptions));
  const found = candidates(world, call, options.search).map(({ profile }) => profile);
  const select = options.select ?? defaultProperties;
  return ok(collectionPage(call, 'users', found, { ...options, select }, 100, []));
}

function getUser(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { select } = readQueryOptions(call.query, ['$select', '$expand']);
  const person = personOf(world, call);
  const withSettings = select?.some((name) => name.toLowerCase().startsWith('mailboxsettings')) === true;
  const profile = withSettings
    ? { ...person.profile, mailboxSettings: settingsJson(person.settings) }
    : person.profile;
  return ok({ '@odata.context': `${call.base}/$metadata#users/$entity`, ...chosen(profile, select) });
}

function isSelf(call: GraphCall): boolean {
  return call.caller.kind === 'delegated' && call.params['user']?.toLowerCase() === call.caller.userId;
}

export const userRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/users', needs: usersRead, handle: listUsers },
  {
    method: 'GET',
    path: '/users/{user}',
    needs: (call) => (isSelf(call) ? selfRead : usersRead),
    handle: getUser,
  },
];
