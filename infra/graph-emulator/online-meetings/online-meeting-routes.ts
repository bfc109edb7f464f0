import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { collectionPage } from '../protocol/collection-page.ts';
import { created, noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { personOf } from '../directory/mailbox-lookup.ts';
import { newJoinLink } from './online-meeting-link.ts';
import { onlineMeetingsRead, onlineMeetingsWrite } from '../access/permission-names.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import { objectBody, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const instant = z.iso.datetime({ offset: true }).nullish();

const meetingBody = z.object({
  subject: z.string().max(1_000).nullish(),
  startDateTime: instant,
  endDateTime: instant,
  externalId: z.string().nullish(),
  participants: z.looseObject({}).nullish(),
});

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function times(world: EmulatorState, body: z.output<typeof meetingBody>, before: Json = {}): Json {
  const now = world.now();
  const start = body.startDateTime ?? text(before['startDateTime'], now.toISOString());
  const end =
    body.endDateTime ?? text(before['endDateTime'], new Date(Date.parse(start) + 3_600_000).toISOString());
  if (Date.parse(end) < Date.parse(start)) {
    throw badRequest('The end of an online meeting must not be before its start.');
  }
  return { startDateTime: start, endDateTime: end };
}

function json(call: GraphCall, owner: string, body: Json): Json {
  return { '@odata.context': `${call.base}/$metadata#users('${owner}')/onlineMeetings/$entity`, ...body };
}

/** A Teams meeting apart from any calendar; the join link leads nowhere. */
function postMeeting(world: EmulatorState, call: GraphCall): GraphAnswer {
  const person = personOf(world, call);
  const input = readBody(meetingBody, objectBody(call.body ?? {}), 'microsoft.graph.onlineMeeting');
  const link = newJoinLink(person.id);
  const id = randomBytes(30).toString('base64url');
  const body: Json = {
    id,
    creationDateTime: world.now().toISOString(),
    ...times(world, input),
    subject: input.subject ?? null,
    externalId: input.externalId ?? null,
    joinWebUrl: link.joinUrl,
    audioConferencing: { conferenceId: link.conferenceId, tollNumber: link.tollNumber },
    participants: {
      organizer: { identity: { user: { id: person.id, displayName: person.displayName } }, upn: person.mail },
      attendees: [],
    },
  };
  world.database.run(
    'INSERT INTO onlineMeetings (id, owner, body) VALUES (?, ?, ?)',
    id,
    person.id,
    JSON.stringify(body),
  );
  return created(json(call, person.id, body));
}

function need(world: EmulatorState, call: GraphCall): { id: string; owner: string; body: Json } {
  const owner = personOf(world, call).id;
  const id = call.params['meeting'] ?? '';
  const row = world.database.get('SELECT body FROM onlineMeetings WHERE id = ? AND owner = ?', id, owner);
  if (row === undefined) throw new GraphError(404, 'NotFound', 'The online meeting was not found.');
  return { id, owner, body: JSON.parse(String(row['body'])) as Json };
}

function getMeeting(world: EmulatorState, call: GraphCall): GraphAnswer {
  readQueryOptions(call.query, ['$select']);
  const { owner, body } = need(world, call);
  return ok(json(call, owner, body));
}

function patchMeeting(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { id, owner, body } = need(world, call);
  const input = readBody(meetingBody, objectBody(call.body), 'microsoft.graph.onlineMeeting');
  const after = {
    ...body,
    ...times(world, input, body),
    ...(input.subject === undefined ? {} : { subject: input.subject }),
  };
  world.database.run('UPDATE onlineMeetings SET body = ? WHERE id = ?', JSON.stringify(after), id);
  return ok(json(call, owner, after));
}

function deleteMeeting(world: EmulatorState, call: GraphCall): GraphAnswer {
  world.database.run('DELETE FROM onlineMeetings WHERE id = ?', need(world, call).id);
  return noContent;
}

/** Graph asks for `$filter=JoinWebUrl eq '…'` here. */
function listMeetings(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = personOf(world, call).id;
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter']);
  const items = world.database
    .all('SELECT body FROM onlineMeetings WHERE owner = ?', owner)
    .map((row) => JSON.parse(String(row['body'])) as Json);
  return ok(collectionPage(call, `users('${owner}')/onlineMeetings`, items, options, 100));
}

const meetings = '/users/{user}/onlineMeetings';

export const onlineMeetingRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: meetings, needs: onlineMeetingsRead, handle: listMeetings },
  { method: 'POST', path: meetings, needs: onlineMeetingsWrite, handle: postMeeting },
  { method: 'GET', path: `${meetings}/{meeting}`, needs: onlineMeetingsRead, handle: getMeeting },
  { method: 'PATCH', path: `${meetings}/{meeting}`, needs: onlineMeetingsWrite, handle: patchMeeting },
  { method: 'DELETE', path: `${meetings}/{meeting}`, needs: onlineMeetingsWrite, handle: deleteMeeting },
];
