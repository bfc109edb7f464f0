import { collectionPage } from '../protocol/collection-page.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, resourceNotFound } from '../graph-error.ts';
import type { Mailbox } from './mailbox.ts';
import type { Json } from '../protocol/json.ts';
import { settingsJson } from './mailbox-settings.ts';
import { personOf } from './mailbox-lookup.ts';
import { membersRead, selfRead, usersRead } from '../access/permission-names.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** What Graph gives of a user unless `$select` asks for more. Source: resources/user, "default properties". */
const defaultProperties = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

function chosen(profile: Json, select: readonly string[] | undefined): Json {
  return pick(profile, select ?? defaultProperties, []);
}

/** `$search="displayName:ali"`: each term must begin a word of the named property. */
function matchesSearch(profile: Json, search: string): boolean {
  const terms = [...search.matchAll(/"([A-Za-z]+):([^"]*)"/g)];
  if (terms.length === 0)
    throw badRequest('Syntax error in $search: write "property:term" in quotation marks.');
  const how = /"\s+OR\s+"/i.test(search) ? 'some' : 'every';
  return terms[how](([, property = '', term = '']) => {
    const value = profile[property];
    const words = typeof value === 'string' ? value.toLowerCase().split(/[\s.@_-]+/) : [];
    return term
      .toLowerCase()
      .split(/[\s.@_-]+/)
      .every((part) => words.some((word) => word.startsWith(part)));
  });
}

function listUsers(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = readQueryOptions(call.query, [
    '$select',
    '$top',
    '$skip',
    '$filter',
    '$orderby',
    '$count',
    '$search',
  ]);
  const { search } = options;
  if (search !== undefined && call.headers['consistencylevel']?.toLowerCase() !== 'eventual') {
    throw badRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      'Request_UnsupportedQuery',
    );
  }
  const profiles = world.directory.users().map(({ profile }) => profile);
  const found =
    search === undefined ? profiles : profiles.filter((profile) => matchesSearch(profile, search));
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

function listMembers(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$orderby', '$count']);
  const group = world.directory.group(call.params['group'] ?? '');
  if (group === undefined) throw resourceNotFound((call.params['group'] ?? '').slice(0, 100));
  const members = group.members
    .map((id) => world.directory.find(id))
    .filter((mailbox): mailbox is Mailbox => mailbox !== undefined)
    .map(({ profile }) => ({ '@odata.type': '#microsoft.graph.user', ...profile }));
  const select = options.select ?? defaultProperties;
  return ok(collectionPage(call, 'directoryObjects', members, { ...options, select }, 100));
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
  { method: 'GET', path: '/groups/{group}/members', needs: membersRead, handle: listMembers },
];
