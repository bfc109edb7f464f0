import { z } from 'zod';
import { collectionPage } from '../protocol/collection-page.ts';
import { readInstant } from '../time/date-time.ts';
import { createEvent } from './event-create.ts';
import { readEventBody } from './event-input.ts';
import { coreOfId, etagOf, eventJson, eventStyle } from './event-json.ts';
import type { EventRecord } from './event-record.ts';
import { readAnswer, respond } from './event-responses.ts';
import { removeEvent, updateEvent } from './event-update.ts';
import {
  accepted,
  created,
  noContent,
  ok,
  type GraphAnswer,
  type GraphCall,
} from '../protocol/graph-call.ts';
import { badRequest, invalidRequest, itemNotFound, staleChangeKey } from '../graph-error.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import { mailboxOf } from '../directory/mailbox-lookup.ts';
import { calendarsRead, calendarsWrite } from '../access/permission-names.ts';
import { appliedPreferences } from '../protocol/preferences.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import { actionParameters, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const maximumWindowMs = 5 * 366 * 86_400_000;

function eventOf(world: EmulatorState, call: GraphCall, owner: Mailbox): EventRecord {
  const core = coreOfId(call.params['event'] ?? '');
  const record = core === undefined ? undefined : world.events.find(owner.id, core);
  if (record === undefined) throw itemNotFound();
  return record;
}

function checkMatch(call: GraphCall, record: EventRecord): void {
  const wanted = call.headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return;
  const tags = wanted.split(',').map((tag) => tag.trim().replace(/^W\//i, ''));
  if (!tags.includes(etagOf(record.version).replace(/^W\//, ''))) throw staleChangeKey();
}

function entity(
  call: GraphCall,
  owner: Mailbox,
  record: EventRecord,
  select?: readonly string[],
): Record<string, unknown> {
  const chosen = select === undefined ? '' : `(${select.join(',')})`;
  return {
    '@odata.context': `${call.base}/$metadata#users('${owner.id}')/events${chosen}/$entity`,
    ...pick(eventJson(record, eventStyle(call)), select),
  };
}

function listEvents(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$orderby', '$count']);
  const style = eventStyle(call);
  const items = world.events.listed(owner.id).map((record) => eventJson(record, style));
  return ok(
    collectionPage(call, `users('${owner.id}')/events`, items, options, 10),
    appliedPreferences(call),
  );
}

function postEvent(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const record = createEvent(world, owner, readEventBody(call.body));
  return created(entity(call, owner, record), appliedPreferences(call));
}

function getEvent(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const { select } = readQueryOptions(call.query, ['$select']);
  const record = eventOf(world, call, owner);
  return ok(entity(call, owner, record, select), {
    ...appliedPreferences(call),
    ETag: etagOf(record.version),
  });
}

function patchEvent(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const record = eventOf(world, call, owner);
  checkMatch(call, record);
  const after = updateEvent(world, record, readEventBody(call.body));
  return ok(entity(call, owner, after), appliedPreferences(call));
}

function deleteEvent(world: EmulatorState, call: GraphCall): GraphAnswer {
  const record = eventOf(world, call, mailboxOf(world, call));
  checkMatch(call, record);
  removeEvent(world, record);
  return noContent;
}

const cancelBody = z.object({ comment: z.string().max(100_000).nullish() });

function cancelEvent(world: EmulatorState, call: GraphCall): GraphAnswer {
  const record = eventOf(world, call, mailboxOf(world, call));
  readBody(cancelBody, actionParameters(call.body, ['comment']), 'Microsoft.OutlookServices.Event');
  if (!record.details.isOrganizer) {
    throw invalidRequest("Your request can't be completed. You need to be an organizer to cancel a meeting.");
  }
  removeEvent(world, record);
  return accepted;
}

function answerWith(response: 'accepted' | 'tentativelyAccepted' | 'declined') {
  return (world: EmulatorState, call: GraphCall): GraphAnswer => {
    const owner = mailboxOf(world, call);
    const record = eventOf(world, call, owner);
    respond(world, record, owner, readAnswer(response, call.body));
    return accepted;
  };
}

/** `startDateTime` and `endDateTime` of a calendar view. @throws GraphError 400 where one is missing or wrong. */
export function readWindow(call: GraphCall): { fromMs: number; toMs: number } {
  const named = (wanted: string): string => {
    for (const [key, value] of call.query) if (key.toLowerCase() === wanted.toLowerCase()) return value;
    throw badRequest(
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime; ${wanted} is missing.`,
      'ErrorInvalidParameter',
    );
  };
  const fromMs = readInstant(named('startDateTime').replace(/ (?=\d\d:\d\d$)/, '+'), 'startDateTime');
  const toMs = readInstant(named('endDateTime').replace(/ (?=\d\d:\d\d$)/, '+'), 'endDateTime');
  if (toMs <= fromMs)
    throw badRequest('The end of the time window must be after its start.', 'ErrorInvalidParameter');
  if (toMs - fromMs > maximumWindowMs) {
    throw badRequest('The time window may span five years at most.', 'ErrorCalendarViewRangeTooBig');
  }
  return { fromMs, toMs };
}

function calendarView(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$orderby', '$count']);
  const { fromMs, toMs } = readWindow(call);
  const style = eventStyle(call);
  const items = world.events.inWindow(owner.id, fromMs, toMs).map((record) => eventJson(record, style));
  return ok(
    collectionPage(call, `users('${owner.id}')/calendarView`, items, options, 10),
    appliedPreferences(call),
  );
}

function instances(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$orderby', '$count']);
  const { fromMs, toMs } = readWindow(call);
  const record = eventOf(world, call, owner);
  if (record.kind !== 'seriesMaster') throw invalidRequest('The event is not a series: it has no instances.');
  const style = eventStyle(call);
  const items = world.events.instances(record, fromMs, toMs).map((entry) => eventJson(entry, style));
  return ok(
    collectionPage(call, `users('${owner.id}')/events`, items, options, 10),
    appliedPreferences(call),
  );
}

/** Where a mailbox's default calendar is found: `/users/{user}`, or the same calendar named in the path. */
const calendars = ['/users/{user}', '/users/{user}/calendar'] as const;

export const eventRoutes: readonly GraphRoute[] = calendars.flatMap((calendar): GraphRoute[] => {
  const event = `${calendar}/events/{event}`;
  return [
    { method: 'GET', path: `${calendar}/events`, needs: calendarsRead, handle: listEvents },
    { method: 'POST', path: `${calendar}/events`, needs: calendarsWrite, handle: postEvent },
    { method: 'GET', path: event, needs: calendarsRead, handle: getEvent },
    { method: 'PATCH', path: event, needs: calendarsWrite, handle: patchEvent },
    { method: 'DELETE', path: event, needs: calendarsWrite, handle: deleteEvent },
    { method: 'POST', path: `${event}/cancel`, needs: calendarsWrite, handle: cancelEvent },
    { method: 'POST', path: `${event}/accept`, needs: calendarsWrite, handle: answerWith('accepted') },
    { method: 'POST', path: `${event}/decline`, needs: calendarsWrite, handle: answerWith('declined') },
    {
      method: 'POST',
      path: `${event}/tentativelyAccept`,
      needs: calendarsWrite,
      handle: answerWith('tentativelyAccepted'),
    },
    { method: 'GET', path: `${event}/instances`, needs: calendarsRead, handle: instances },
    { method: 'GET', path: `${calendar}/calendarView`, needs: calendarsRead, handle: calendarView },
  ];
});
