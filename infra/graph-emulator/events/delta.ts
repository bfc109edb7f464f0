import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { eventId, eventJson, eventStyle, type EventStyle } from './event-json.ts';
import type { EventRecord } from './event-record.ts';
import { readWindow } from './event-routes.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { mailboxOf } from '../directory/mailbox-lookup.ts';
import { calendarsRead } from '../access/permission-names.ts';
import { appliedPreferences, preference } from '../protocol/preferences.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const defaultPageSize = 50;

/**
 * What a delta token holds: the mailbox and window of the first call, which changes have been reported (`since`), where
 * this round ends (`until`) and the position in it. Tokens hold everything: the emulator remembers nothing of a round.
 */
const stateForm = z.object({
  owner: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  since: z.number().int(),
  until: z.number().int(),
  /** Sort key of the last item reported, or empty at the beginning of a round. */
  after: z.string(),
});

type DeltaState = z.output<typeof stateForm>;

function writeToken(state: DeltaState): string {
  return Buffer.from(JSON.stringify(state)).toString('base64url');
}

function readToken(token: string, owner: string): DeltaState {
  try {
    const state = stateForm.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
    if (state.owner === owner) return state;
  } catch {
    // Falls through to the one answer for every token that is not ours.
  }
  throw new GraphError(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found; the delta query must start again without a token.',
  );
}

interface Entry {
  readonly key: string;
  readonly item: Json;
}

function keyOf(version: number, core: string): string {
  return `${String(version).padStart(15, '0')}/${core}`;
}

function eventEntry(version: number, record: EventRecord, style: EventStyle): Entry {
  return {
    key: keyOf(version, record.core),
    item: { '@odata.type': '#microsoft.graph.event', ...eventJson(record, style) },
  };
}

function inWindow(
  { startMs, endMs }: { startMs: number; endMs: number },
  { fromMs, toMs }: DeltaState,
): boolean {
  return startMs < toMs && (endMs > fromMs || startMs >= fromMs);
}

/** The whole calendar view: the first round. */
function firstRound(world: EmulatorState, state: DeltaState, style: EventStyle): Entry[] {
  return world.events
    .inWindow(state.owner, state.fromMs, state.toMs)
    .map((record) => eventEntry(0, record, style));
}

/** What changed after the last round; a changed series tells all its occurrences in the window. */
function laterRound(world: EmulatorState, state: DeltaState, style: EventStyle): Entry[] {
  const told = new Map<string, Entry>();
  for (const record of world.events.changedBetween(state.owner, state.since, state.until)) {
    const present =
      record.kind === 'seriesMaster'
        ? world.events.instances(record, state.fromMs, state.toMs)
        : [record].filter((entry) => inWindow(entry, state));
    for (const entry of present) told.set(entry.core, eventEntry(record.version, entry, style));
  }
  for (const gone of world.events.goneBetween(state.owner, state.since, state.until)) {
    if (told.has(gone.core) || !inWindow(gone, state)) continue;
    const current = world.events.find(state.owner, gone.core);
    if (current !== undefined && inWindow(current, state)) continue;
    const item = {
      '@odata.type': '#microsoft.graph.event',
      id: eventId(gone.core, style.immutable),
      '@removed': { reason: 'deleted' },
    };
    told.set(gone.core, { key: keyOf(gone.version, gone.core), item });
  }
  return [...told.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function pageSizeOf(call: GraphCall): number {
  const wanted = Number(preference(call, 'odata.maxpagesize') ?? defaultPageSize);
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, 1_000) : defaultPageSize;
}

function startState(world: EmulatorState, call: GraphCall, owner: string): DeltaState {
  for (const [name, value] of call.query) {
    if (/^\$?(skip|delta)token$/i.test(name)) {
      const state = readToken(value, owner);
      return /deltatoken$/i.test(name)
        ? { ...state, since: state.until, until: world.database.version, after: '' }
        : state;
    }
  }
  return { owner, ...readWindow(call), since: -1, until: world.database.version, after: '' };
}

/**
 * `calendarView/delta`: pages with `@odata.nextLink`, then `@odata.deltaLink`. Takes no `$select`, as documented
 * (concepts/delta-query-events). Both kinds of id may be asked for with one token.
 */
function calendarViewDelta(world: EmulatorState, call: GraphCall): GraphAnswer {
  readQueryOptions(call.query, ['$skiptoken', '$deltatoken']);
  const owner = mailboxOf(world, call);
  const state = startState(world, call, owner.id);
  const style = eventStyle(call);
  const entries = state.since < 0 ? firstRound(world, state, style) : laterRound(world, state, style);
  const sorted = [...entries].sort((one, other) => (one.key < other.key ? -1 : 1));
  const rest = sorted.filter(({ key }) => key > state.after);
  const page = rest.slice(0, pageSizeOf(call));
  const last = page.at(-1);
  const link = `${call.base}${call.path.split('/').map(encodeURIComponent).join('/')}`;
  const more = last !== undefined && rest.length > page.length;
  const tail = more
    ? { '@odata.nextLink': `${link}?$skiptoken=${writeToken({ ...state, after: last.key })}` }
    : { '@odata.deltaLink': `${link}?$deltatoken=${writeToken({ ...state, after: '' })}` };
  if (state.toMs <= state.fromMs) throw badRequest('The end of the time window must be after its start.');
  return ok(
    {
      '@odata.context': `${call.base}/$metadata#Collection(event)`,
      ...tail,
      value: page.map(({ item }) => item),
    },
    appliedPreferences(call),
  );
}

export const deltaRoutes: readonly GraphRoute[] = ['/users/{user}', '/users/{user}/calendar'].map(
  (calendar) => ({
    method: 'GET',
    path: `${calendar}/calendarView/delta`,
    needs: calendarsRead,
    handle: calendarViewDelta,
  }),
);
