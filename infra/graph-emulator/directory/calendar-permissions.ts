import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { calendarsRead, calendarsWrite } from '../access/permission-names.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { badRequest, itemNotFound } from '../graph-error.ts';
import { collectionPage } from '../protocol/collection-page.ts';
import { created, noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import type { Json } from '../protocol/json.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import { emailAddress, graphBoolean, graphEnum, objectBody, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import { mailboxOf } from './mailbox-lookup.ts';

/** Source: resources/calendarPermission, "calendarRoleType values". */
const roles = [
  'none',
  'freeBusyRead',
  'limitedRead',
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
  'custom',
] as const;

const permissionBody = z.object({
  role: graphEnum(roles),
  emailAddress,
  isInsideOrganization: graphBoolean.nullish(),
  isRemovable: graphBoolean.nullish(),
  allowedRoles: z.array(graphEnum(roles)).nullish(),
});

/** What everybody in the organisation may see, which every calendar has. */
const ofOrganization: Json = {
  id: 'RGVmYXVsdA==',
  isRemovable: false,
  isInsideOrganization: true,
  allowedRoles: ['none', 'freeBusyRead', 'limitedRead', 'read', 'write'],
  emailAddress: { name: 'My Organization' },
};

function listPermissions(world: EmulatorState, call: GraphCall): GraphAnswer {
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$count']);
  const owner = mailboxOf(world, call);
  const role = owner.settings.sharesFreeBusy === false ? 'none' : 'freeBusyRead';
  const granted = world.database
    .all('SELECT body FROM calendarPermissions WHERE owner = ? ORDER BY id', owner.id)
    .map(({ body }) => JSON.parse(String(body)) as Json);
  const context = `users('${owner.id}')/calendar/calendarPermissions`;
  return ok(collectionPage(call, context, [{ ...ofOrganization, role }, ...granted], options, 100));
}

/** @throws GraphError 400 for somebody without a mailbox here: calendars are shared inside the organisation only. */
function addPermission(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const { role, emailAddress: to } = readBody(
    permissionBody,
    objectBody(call.body),
    'microsoft.graph.calendarPermission',
  );
  const grantee = world.directory.find(to.address ?? '');
  if (grantee === undefined) throw badRequest('The recipient is not valid.', 'ErrorInvalidRequest');
  const permission: Json = {
    id: Buffer.from(randomUUID()).toString('base64'),
    isRemovable: true,
    isInsideOrganization: true,
    role,
    allowedRoles: roles.filter((one) => one !== 'custom'),
    emailAddress: { name: grantee.displayName, address: grantee.mail },
  };
  world.database.run(
    'INSERT INTO calendarPermissions (id, owner, body) VALUES (?, ?, ?)',
    String(permission['id']),
    owner.id,
    JSON.stringify(permission),
  );
  return created({
    '@odata.context': `${call.base}/$metadata#users('${owner.id}')/calendar/calendarPermissions/$entity`,
    ...permission,
  });
}

function removePermission(world: EmulatorState, call: GraphCall): GraphAnswer {
  const removed = world.database.run(
    'DELETE FROM calendarPermissions WHERE owner = ? AND id = ?',
    mailboxOf(world, call).id,
    call.params['permission'] ?? '',
  );
  if (removed === 0) throw itemNotFound();
  return noContent;
}

const path = '/users/{user}/calendar/calendarPermissions';

/** To whom a calendar is open, and delegates among them. Source: api/calendar-list-calendarpermissions. */
export const calendarPermissionRoutes: readonly GraphRoute[] = [
  { method: 'GET', path, needs: calendarsRead, handle: listPermissions },
  { method: 'POST', path, needs: calendarsWrite, handle: addPermission },
  { method: 'DELETE', path: `${path}/{permission}`, needs: calendarsWrite, handle: removePermission },
];
