import { collectionPage } from '../protocol/collection-page.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, resourceNotFound } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { groupsRead, memberOfRead, membersRead } from '../access/permission-names.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { directoryQuery } from './advanced-query.ts';
import type { Group } from './directory.ts';
import type { Mailbox } from './mailbox.ts';
import { personOf } from './mailbox-lookup.ts';
import { wordsOfName } from './people-index.ts';
import { defaultProperties } from './user-properties.ts';

const listOptions = [
  '$select',
  '$top',
  '$skip',
  '$filter',
  '$orderby',
  '$count',
  '$search',
  '$expand',
] as const;

/** `$expand` on directory objects returns this many at most (learn.microsoft.com/graph/query-parameters#expand). */
const mostExpanded = 20;

function membersOf(world: EmulatorState, group: Group): readonly Json[] {
  return group.members
    .map((id) => world.directory.find(id))
    .filter((mailbox): mailbox is Mailbox => mailbox !== undefined)
    .map(({ profile }) => ({ '@odata.type': '#microsoft.graph.user', ...profile }));
}

/** `members` or `members($select=id,mail)`. */
function expandedOf(world: EmulatorState, expand: string | undefined): (group: Group) => Json {
  if (expand === undefined) return () => ({});
  const match = /^members(?:\(\$select=([\w,]+)\))?$/.exec(expand);
  if (match === null) throw badRequest(`Parsing OData Select and Expand failed: '${expand.slice(0, 100)}'.`);
  const select = match[1]?.split(',') ?? defaultProperties;
  return (group) => ({
    members: membersOf(world, group)
      .slice(0, mostExpanded)
      .map((member) => pick(member, select, [])),
  });
}

function isSearched({ profile }: Group, search: string): boolean {
  const term = /^"displayName:([^"]*)"$/.exec(search);
  if (term === null)
    throw badRequest('Syntax error in $search: write "displayName:term" in quotation marks.');
  const words = wordsOfName(String(profile['displayName']));
  return wordsOfName(term[1] ?? '').every((part) => words.some((word) => word.startsWith(part)));
}

function listGroups(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = directoryQuery(call, readQueryOptions(call.query, listOptions));
  const { search } = options;
  const expanded = expandedOf(world, options.expand);
  const found = world.directory.groups().filter((group) => search === undefined || isSearched(group, search));
  const select = options.select === undefined ? undefined : [...options.select, 'members'];
  const items = found.map((group) => ({ ...group.profile, ...expanded(group) }));
  return ok(collectionPage(call, 'groups', items, { ...options, select }, 100));
}

function listMembers(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = directoryQuery(
    call,
    readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$orderby', '$count']),
  );
  const group = world.directory.group(call.params['group'] ?? '');
  if (group === undefined) throw resourceNotFound((call.params['group'] ?? '').slice(0, 100));
  const select = options.select ?? defaultProperties;
  return ok(collectionPage(call, 'directoryObjects', membersOf(world, group), { ...options, select }, 100));
}

/** The groups that somebody is in, themselves and not through other groups. */
function listMemberOf(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = directoryQuery(
    call,
    readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$orderby', '$count']),
  );
  const { id } = personOf(world, call);
  const found = world.directory
    .groups()
    .filter(({ members }) => members.includes(id))
    .map(({ profile }) => ({ '@odata.type': '#microsoft.graph.group', ...profile }));
  return ok(collectionPage(call, 'directoryObjects', found, options, 100));
}

export const groupRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/groups', needs: groupsRead, handle: listGroups },
  { method: 'GET', path: '/groups/{group}/members', needs: membersRead, handle: listMembers },
  { method: 'GET', path: '/users/{user}/memberOf', needs: memberOfRead, handle: listMemberOf },
];
