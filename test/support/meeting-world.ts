import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { NativeConnection, Runtime } from '@temporalio/worker';
import type { WorkerOptions } from '@temporalio/worker';
import { calendarWriter } from '../../bot/words/calendar-writer.ts';
import { describeMeeting } from '../../bot/words/describe-meeting.ts';
import { createMailWriter } from '../../bot/mails/mail-writer.ts';
import { companyPeople } from '../../infra/graph-emulator/company.ts';
import { companyPlanId } from '../../infra/graph-emulator/seed.ts';
import { createGraphCalendar } from '../../workers/adapters/graph/calendar/calendar.ts';
import { createGraphDirectory } from '../../workers/adapters/graph/directory/directory.ts';
import { createGraph } from '../../workers/adapters/graph/transport/graph.ts';
import { createGraphTasks } from '../../workers/adapters/graph/planner/tasks.ts';
import { createProjections } from '../../workers/adapters/projections/projections.ts';
import { openSqliteShared } from '../../workers/adapters/sqlite/shared.ts';
import type { MeetingPorts } from '../../workers/activities/meeting-ports.ts';
import { createMeetings } from '../../workers/client/create-meetings.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { MeetingRun } from '../../workflows/contract/messages/meeting-input.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingRequest, RequestedAttendee } from '../../workflows/domain/meeting/request.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import { defaultPolicy } from '../../workflows/domain/policy/policy.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { NotedMessages } from './recording-messenger.ts';
import { runTestBuild } from './run-test-build.ts';
import { startTestGraphEmulator } from './graph-emulator.ts';
import type { TestGraphEmulator } from './graph-emulator.ts';
import type { TestTemporalServer } from './temporal-server.ts';
import { startTestTemporal } from './temporal-server.ts';

Runtime.install({ logger: { ...quiet() } });

/** Worker logs are noise here; failures show in the tests. */
function quiet() {
  const nothing = (): void => undefined;
  return { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
}

/** The twelve people, by first name in lower case (`ana`, `bob`, …; the first of two Alices is `alice`). */
export function someone(firstName: string): Person {
  const found = companyPeople.find(({ givenName }) => givenName.toLowerCase() === firstName);
  if (found === undefined) throw new Error(`Nobody here is called ${firstName}.`);
  const { id, displayName, mail, timeZone } = found;
  return { id: personId(id), displayName, mail, timeZone };
}

export function asPerson(person: Person): Caller {
  return { kind: 'person', personId: person.id, surface: 'teams' };
}

export function required(person: Person): RequestedAttendee {
  return { person, type: 'required', wishes: [] };
}

export function optional(person: Person): RequestedAttendee {
  return { person, type: 'optional', wishes: [] };
}

/** Hours of the n-th working day from now, in UTC; a day of its own for each test keeps tests apart, on whatever weekday they run. */
export function dayFromNow(days: number, hour: number, hours: number): Slot {
  const day = new Date();
  for (let left = days; left > 0; left -= isWeekend(day) ? 0 : 1) day.setUTCDate(day.getUTCDate() + 1);
  day.setUTCHours(hour, 0, 0, 0);
  return { start: day.toISOString(), end: new Date(day.getTime() + hours * 3_600_000).toISOString() };
}

function isWeekend(day: Date): boolean {
  return day.getUTCDay() === 0 || day.getUTCDay() === 6;
}

/** A request with everybody's defaults: 30 minutes, one slot to approve, and what is given. */
export function aRequest(
  organizer: Person,
  attendees: readonly RequestedAttendee[],
  window: Slot,
  given: Partial<Omit<MeetingRequest, 'policy'>> & {
    readonly policy?: Partial<MeetingRequest['policy']>;
  } = {},
): MeetingRequest {
  const { policy, ...rest } = given;
  return {
    title: 'Q3 budget',
    durationMinutes: 30,
    organizer,
    timeZone: 'Europe/Berlin',
    attendees,
    wishes: [],
    oneOfRooms: [],
    isOnlineMeeting: false,
    windows: [window],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    ranking: 'earliest',
    slotCount: 1,
    actions: [],
    ...rest,
    policy: { ...defaultPolicy, reminderMinutes: [], ...policy },
  };
}

export interface MeetingWorld {
  readonly graph: TestGraphEmulator;
  readonly temporal: TestTemporalServer;
  readonly client: Client;
  readonly meetings: Meetings;
  readonly ports: MeetingPorts;
  readonly messages: NotedMessages;
  readonly sqliteFile: string;
  /** Repeats `get` until the view is as wanted; throws the last view otherwise. */
  until(meetingId: string, isSo: (view: MeetingView) => boolean): Promise<MeetingView>;
  /** Events with this subject in somebody's calendar. */
  eventsOf(person: Person, subject: string): Promise<readonly Record<string, unknown>[]>;
  meetingsWith(run: Partial<MeetingRun>): Meetings;
  close(): Promise<void>;
}

/** The value, or the problem as an error. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`${result.problem.code}: ${result.problem.message}`);
}

/** A Temporal server, the Graph emulator over HTTP, SQLite, a worker and a client; close it at the end. */
export async function openMeetingWorld(
  input: {
    readonly withWorker?: boolean;
    readonly dbFile?: string;
    readonly run?: Partial<MeetingRun>;
    readonly worker?: Partial<WorkerOptions>;
    readonly graph?: Parameters<typeof startTestGraphEmulator>[0];
  } = {},
): Promise<MeetingWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-meetings-'));
  const [temporal, graph] = await Promise.all([
    startTestTemporal(input.dbFile === undefined ? {} : { dbFile: input.dbFile }),
    startTestGraphEmulator(input.graph ?? {}),
  ]);
  const sqliteFile = join(folder, 'shared.sqlite');
  const shared = openSqliteShared({ file: sqliteFile });
  const api = createGraph({
    baseUrl: graph.baseUrl,
    tokenSource: { token: () => Promise.resolve(graph.token) },
  });
  const messages = new NotedMessages();
  const ports = {
    calendar: createGraphCalendar(api),
    directory: createGraphDirectory(api, { cacheMs: 60_000 }),
    tasks: createGraphTasks(api, { planId: companyPlanId, store: shared.store }),
    projections: createProjections(shared),
    reservations: shared.reservations,
    store: shared.store,
    clock: { now: () => new Date().toISOString() },
    answerLinks: {
      link: ({ meetingId, personId: id }: { readonly meetingId: string; readonly personId: string }) =>
        `http://127.0.0.1/answer/${meetingId}/${id}`,
    },
    messenger: messages,
    calendarWriter,
    mailWriter: createMailWriter(shared.store),
    mailer: messages,
  } satisfies MeetingPorts;
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection });
  const native = await NativeConnection.connect({ address: temporal.address });
  const worker =
    input.withWorker === false
      ? undefined
      : await runTestBuild({
          connection: native,
          namespace: temporal.namespace,
          ports,
          options: { shutdownGraceTime: 0, ...input.worker },
        });
  const meetingsWith = (run: Partial<MeetingRun>): Meetings =>
    createMeetings({ ...ports, temporal: client, run: { ...input.run, ...run } });
  const meetings = meetingsWith({});
  return {
    graph,
    temporal,
    client,
    meetings,
    meetingsWith,
    ports,
    messages,
    sqliteFile,
    until: async (meetingId, isSo) => {
      const end = Date.now() + 30_000;
      for (;;) {
        const view = await client.workflow.getHandle(meetingId).query<MeetingView>('view');
        if (isSo(view)) return view;
        if (Date.now() > end) {
          throw new Error(
            `It did not become so: ${JSON.stringify({ ...view, history: describeMeeting(view, 'UTC').history() })}`,
          );
        }
        await pause(20);
      }
    },
    eventsOf: async (person, subject) => {
      const filter = encodeURIComponent(`subject eq '${subject}'`);
      const { body } = await graph.call('GET', `/users/${person.id}/events?$filter=${filter}&$top=100`);
      return (body as { value: Record<string, unknown>[] }).value;
    },
    close: async () => {
      await worker?.shutdown();
      await native.close();
      await connection.close();
      await shared.close();
      await temporal.close();
      await rm(folder, { recursive: true, force: true });
      await graph.close();
    },
  };
}

/** Proposes, and waits until everybody has been asked. */
export async function ask(
  world: MeetingWorld,
  request: MeetingRequest,
  slots?: readonly Slot[],
): Promise<MeetingView> {
  const { meetingId } = valueOf(
    await world.meetings.propose(asPerson(request.organizer), {
      request,
      idempotencyKey: freshKey(),
      ...(slots === undefined ? {} : { slots: slots.map((slot) => ({ ...slot, score: 0, reasons: [] })) }),
    }),
  );
  return world.until(meetingId, isAsked(1));
}

/** Whether a round has been put to everybody. */
export function isAsked(round: number): (view: MeetingView) => boolean {
  return (view) =>
    view.status === 'proposed' &&
    view.proposal?.round === round &&
    view.attendees.some(({ reachedBy }) => reachedBy !== undefined);
}

/** One person's answer to every slot of the view's round. */
export async function answer(
  world: MeetingWorld,
  person: Person,
  view: MeetingView,
  what: 'yes' | 'ifNeedBe' | 'no',
  more: { readonly counterProposal?: Slot; readonly comment?: string } = {},
): Promise<MeetingView> {
  return valueOf(
    await world.meetings.respond(asPerson(person), {
      meetingId: view.meetingId,
      round: view.proposal?.round ?? 0,
      answers: Object.fromEntries((view.proposal?.slots ?? []).map((slot) => [slotKey(slot), what])),
      idempotencyKey: freshKey(),
      ...more,
    }),
  );
}

type History = proto.temporal.api.history.v1.IHistory;

const historiesFolder = join(import.meta.dirname, '../replay/histories');

/** Keeps the histories of a meeting's runs for the replay tests, when ASSENT_RECORD_HISTORIES is set. */
export async function keepHistory(world: MeetingWorld, name: string, meetingId: string): Promise<void> {
  if (process.env['ASSENT_RECORD_HISTORIES'] === undefined) return;
  await mkdir(historiesFolder, { recursive: true });
  for (const [index, history] of (await historiesOf(world.client, meetingId)).entries()) {
    // A run that has done nothing yet cannot be replayed.
    if (!history.events?.some((event) => event.workflowTaskCompletedEventAttributes)) continue;
    const bytes = proto.temporal.api.history.v1.History.encode(history).finish();
    const run = index === 0 ? '' : `-run-${index + 1}`;
    await writeFile(join(historiesFolder, `${name}${run}.history.gz`), gzipSync(bytes));
  }
}

/** The histories of a meeting's runs, first run first. */
export async function historiesOf(client: Client, meetingId: string): Promise<readonly History[]> {
  const histories: History[] = [];
  for (let runId: string | undefined, isFirst = false; !isFirst;) {
    const history = await client.workflow.getHandle(meetingId, runId).fetchHistory();
    histories.unshift(history);
    runId =
      history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
    isFirst = runId === undefined || runId === '';
  }
  return histories;
}

/** A key that nobody used before. */
export function freshKey(): string {
  return randomUUID();
}
