import { Buffer } from 'node:buffer';
import { collectionPage } from '../protocol/collection-page.ts';
import { companyChatId, companyPeople } from '../company.ts';
import { tenantId } from '../access/tenant.ts';
import { created, noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import type { Json } from '../protocol/json.ts';
import { personOf } from '../directory/mailbox-lookup.ts';
import { appsInstall, appsRead, chatMembersRead, teamMembersRead } from '../access/permission-names.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import { objectBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

function teamsNotFound(what: string): GraphError {
  return new GraphError(404, 'NotFound', `${what} was not found.`);
}

function memberJson(conversation: string, mailbox: Mailbox): Json {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`${conversation}##${mailbox.id}`).toString('base64'),
    roles: [],
    displayName: mailbox.displayName,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: mailbox.id,
    email: mailbox.mail,
    tenantId,
  };
}

function membersPage(
  world: EmulatorState,
  call: GraphCall,
  context: string,
  id: string,
  people: readonly string[],
): GraphAnswer {
  const members = people.flatMap((userId) => {
    const mailbox = world.directory.find(userId);
    return mailbox === undefined ? [] : [memberJson(id, mailbox)];
  });
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$count']);
  return ok(collectionPage(call, context, members, { ...options, count: true }, 100));
}

/** People of a chat: the company's group chat, or the chat between a person and an installed app. */
function chatPeople(world: EmulatorState, id: string): readonly string[] | undefined {
  if (id === companyChatId) return companyPeople.map((person) => person.id);
  const row = world.database.get('SELECT user FROM installations WHERE chat = ?', id);
  return typeof row?.['user'] === 'string' ? [row['user']] : undefined;
}

function chatMembers(world: EmulatorState, call: GraphCall): GraphAnswer {
  const id = call.params['chat'] ?? '';
  const people = chatPeople(world, id);
  if (people === undefined) throw teamsNotFound('The chat');
  return membersPage(world, call, `chats('${encodeURIComponent(id)}')/members`, id, people);
}

function teamMembers(world: EmulatorState, call: GraphCall): GraphAnswer {
  const group = world.directory.group(call.params['team'] ?? '');
  if (group === undefined) throw teamsNotFound('The team');
  return membersPage(world, call, `teams('${group.id}')/members`, group.id, group.members);
}

interface Installation {
  readonly id: string;
  readonly user: string;
  readonly app: string;
  readonly chat: string;
}

function installationOf(row: Record<string, unknown>): Installation {
  return {
    id: String(row['id']),
    user: String(row['user']),
    app: String(row['app']),
    chat: String(row['chat']),
  };
}

function installationJson({ id, app }: Installation, expand: string | undefined): Json {
  const version = '1.0.0';
  const definition = {
    id: Buffer.from(`${app}##${version}`).toString('base64'),
    teamsAppId: app,
    displayName: 'Assent',
    version,
  };
  const teamsApp = { id: app, externalId: app, displayName: 'Assent', distributionMethod: 'organization' };
  const wanted = (expand ?? '').toLowerCase().split(',');
  return {
    id,
    ...(wanted.some((name) => name.startsWith('teamsappdefinition'))
      ? { teamsAppDefinition: definition }
      : {}),
    ...(wanted.some((name) => /^teamsapp(\(|$)/.test(name)) ? { teamsApp } : {}),
  };
}

function listInstallations(world: EmulatorState, call: GraphCall): GraphAnswer {
  const person = personOf(world, call);
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$expand', '$count']);
  // A filter looks into teamsApp, asked for or not: `teamsApp/id eq '…'`.
  const { filter, ...others } = options;
  const found = world.database
    .all('SELECT * FROM installations WHERE user = ?', person.id)
    .map(installationOf)
    .filter((entry) => filter === undefined || filter(installationJson(entry, 'teamsApp,teamsAppDefinition')))
    .map((entry) => installationJson(entry, options.expand));
  const context = `users('${person.id}')/teamwork/installedApps`;
  return ok(collectionPage(call, context, found, { ...others, filter: undefined }, 100));
}

/** Installs an app for somebody: 201 without a body, 409 the second time, 403 for people who were set to refuse. */
function install(world: EmulatorState, call: GraphCall): GraphAnswer {
  const person = personOf(world, call);
  const bind = objectBody(call.body)['teamsApp@odata.bind'];
  const app =
    typeof bind === 'string'
      ? /\/appCatalogs\/teamsApps(?:\/|\(')([A-Za-z0-9._-]+)/i.exec(bind)?.[1]
      : undefined;
  if (app === undefined) throw badRequest('teamsApp@odata.bind must name an app of /appCatalogs/teamsApps.');
  if (world.refusedInstalls.has(person.id)) {
    throw new GraphError(403, 'Forbidden', 'The app is blocked by the app permission policy of this user.');
  }
  const known = world.database.get('SELECT id FROM installations WHERE user = ? AND app = ?', person.id, app);
  if (known !== undefined)
    throw new GraphError(409, 'Conflict', 'The app is already installed for this user.');
  const id = Buffer.from(`${person.id}##${app}`).toString('base64');
  const chat = `19:${person.id}_${app}@unq.gbl.spaces`;
  world.database.run(
    'INSERT INTO installations (id, user, app, chat) VALUES (?, ?, ?, ?)',
    id,
    person.id,
    app,
    chat,
  );
  return created(undefined, {
    Location: `${call.base}/users/${person.id}/teamwork/installedApps/${encodeURIComponent(id)}`,
  });
}

function needInstallation(world: EmulatorState, call: GraphCall): Installation {
  const person = personOf(world, call);
  const row = world.database.get(
    'SELECT * FROM installations WHERE id = ? AND user = ?',
    call.params['installation'] ?? '',
    person.id,
  );
  if (row === undefined) throw teamsNotFound('The app installation');
  return installationOf(row);
}

function getInstallation(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { expand } = readQueryOptions(call.query, ['$select', '$expand']);
  const installation = needInstallation(world, call);
  const context = `${call.base}/$metadata#users('${installation.user}')/teamwork/installedApps/$entity`;
  return ok({ '@odata.context': context, ...installationJson(installation, expand) });
}

function uninstall(world: EmulatorState, call: GraphCall): GraphAnswer {
  world.database.run('DELETE FROM installations WHERE id = ?', needInstallation(world, call).id);
  return noContent;
}

function installationChat(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { chat } = needInstallation(world, call);
  return ok({
    '@odata.context': `${call.base}/$metadata#chats/$entity`,
    id: chat,
    chatType: 'oneOnOne',
    topic: null,
    tenantId,
  });
}

const installed = '/users/{user}/teamwork/installedApps';

export const teamRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/chats/{chat}/members', needs: chatMembersRead, handle: chatMembers },
  { method: 'GET', path: '/users/{user}/chats/{chat}/members', needs: chatMembersRead, handle: chatMembers },
  { method: 'GET', path: '/teams/{team}/members', needs: teamMembersRead, handle: teamMembers },
  { method: 'GET', path: installed, needs: appsRead, handle: listInstallations },
  { method: 'POST', path: installed, needs: appsInstall, handle: install },
  { method: 'GET', path: `${installed}/{installation}`, needs: appsRead, handle: getInstallation },
  { method: 'DELETE', path: `${installed}/{installation}`, needs: appsInstall, handle: uninstall },
  { method: 'GET', path: `${installed}/{installation}/chat`, needs: appsRead, handle: installationChat },
];
