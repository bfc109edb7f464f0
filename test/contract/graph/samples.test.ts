import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyChatId, companyGroups, companyPeople } from '../../../infra/graph-emulator/company.ts';
import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { answerProblems, contractAbsent, contractFolder } from '../../support/graph-contract.ts';
import {
  startTestGraphEmulator,
  type TestAnswer,
  type TestGraphEmulator,
} from '../../support/graph-emulator.ts';

const folder = path.join(contractFolder, 'examples');

interface Sample {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status?: number;
}

function sample(name: string): Sample {
  return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Sample;
}

/** Samples that the emulator cannot be asked for, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'batch-dependsOn': 'its parts have no addresses ("..."); dependsOn has tests of its own',
  'planner-assignments-patch': 'a fragment without an address',
  'planner-checklist': 'a fragment without an address',
  'subscription-create': 'subscribes to messages; the emulator has events only',
  'subscription-create-lifecycle': 'subscribes to messages; the emulator has events only',
  'subscription-create-rich': 'subscribes to channel messages with resource data',
  'subscription-delete': 'covered with an event subscription in subscriptions.test.ts',
  'subscription-get': 'covered with an event subscription in subscriptions.test.ts',
  'subscription-update': 'its date is past; covered in subscriptions.test.ts',
  validationToken: 'goes from Graph to the application; covered in subscriptions.test.ts',
};

const [alice, bob] = companyPeople as [(typeof companyPeople)[0], (typeof companyPeople)[0]];

/** What the placeholders of the samples stand for in this run. */
interface Things {
  readonly ownEvent: string;
  readonly invitation: string;
  readonly task: string;
  readonly taskEtag: string;
  readonly detailsEtag: string;
  readonly deleteTask: string;
  readonly deleteEtag: string;
  readonly installation: string;
  readonly bucket: string;
}

type Adapt = (
  sample: Sample,
  things: Things,
) => { path?: string; body?: unknown; headers?: Record<string, string> };

function members(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}

const oneDay = 'startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-03T00:00:00Z';

/** Where a sample names something of Microsoft's tenant, the like of ours. */
const adaptations: Readonly<Record<string, Adapt>> = {
  'calendarView-delta': () => ({ path: `/me/calendarView/delta?${oneDay}` }),
  'calendarView-delta-2': () => ({ path: `/me/calendarView/delta?${oneDay}` }),
  'calendarView-delta-3': () => ({ path: `/me/calendarView/delta?${oneDay}` }),
  'calendarView-delta-4-changes': () => ({ path: `/me/calendarView/delta?${oneDay}` }),
  'chat-members': () => ({ path: `/me/chats/${encodeURIComponent(companyChatId)}/members` }),
  'event-accept': (_sample, { invitation }) => ({ path: `/me/events/${invitation}/accept` }),
  'event-cancel': (_sample, { ownEvent }) => ({ path: `/me/events/${ownEvent}/cancel` }),
  'event-decline': (_sample, { invitation }) => ({ path: `/me/events/${invitation}/decline` }),
  'event-enable-onlineMeeting': (_sample, { ownEvent }) => ({ path: `/me/events/${ownEvent}` }),
  'event-get': (given, { ownEvent }) => ({
    path: `/me/events/${ownEvent}?${given.url?.split('?')[1] ?? ''}`,
  }),
  'event-get-locations': (given, { ownEvent }) => ({
    path: `/me/events/${ownEvent}?${given.url?.split('?')[1] ?? ''}`,
  }),
  'event-tentativelyAccept': (_sample, { invitation }) => ({
    path: `/me/events/${invitation}/tentativelyAccept`,
  }),
  'event-update': (_sample, { ownEvent }) => ({ path: `/me/events/${ownEvent}` }),
  'group-members': () => ({ path: `/groups/${companyGroups[0]?.id ?? ''}/members` }),
  'installedApp-chat': (_sample, { installation }) => ({
    path: `/users/${alice.id}/teamwork/installedApps/${encodeURIComponent(installation)}/chat`,
  }),
  'installedApp-create': () => ({ path: `/users/${bob.id}/teamwork/installedApps` }),
  'installedApps-list': () => ({ path: `/users/${alice.id}/teamwork/installedApps` }),
  'installedApps-list-expand': () => ({
    path: `/users/${alice.id}/teamwork/installedApps?$expand=teamsAppDefinition`,
  }),
  'planner-bucket-create': (given) => ({ body: { ...members(given.body), planId: companyPlanId } }),
  'planner-plan-buckets': () => ({ path: `/planner/plans/${companyPlanId}/buckets` }),
  'planner-plan-create': (given) => ({ body: { ...members(given.body), owner: companyGroups[0]?.id } }),
  'planner-plan-get': () => ({ path: `/planner/plans/${companyPlanId}` }),
  'planner-plan-tasks': () => ({ path: `/planner/plans/${companyPlanId}/tasks` }),
  'planner-task-create': (given, { bucket }) => ({
    body: {
      ...members(given.body),
      planId: companyPlanId,
      bucketId: bucket,
      assignments: { [alice.id]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' } },
    },
  }),
  'planner-task-delete': (_sample, { deleteTask, deleteEtag }) => ({
    path: `/planner/tasks/${deleteTask}`,
    headers: { 'If-Match': deleteEtag },
  }),
  'planner-task-get': (_sample, { task }) => ({ path: `/planner/tasks/${task}` }),
  'planner-task-update': (given, { task, taskEtag }) => ({
    path: `/planner/tasks/${task}`,
    headers: { 'If-Match': taskEtag, Prefer: 'return=representation' },
    body: {
      ...members(given.body),
      assignments: {
        [bob.id]: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: 'N9917 U2883!' },
      },
    },
  }),
  'planner-taskDetails-get': (_sample, { task }) => ({ path: `/planner/tasks/${task}/details` }),
  'planner-taskDetails-update': (_sample, { task, detailsEtag }) => ({
    path: `/planner/tasks/${task}/details`,
    headers: { 'If-Match': detailsEtag, Prefer: 'return=representation' },
  }),
  'team-members': () => ({ path: `/teams/${companyGroups[1]?.id ?? ''}/members` }),
  'user-get': () => ({ path: `/users/${alice.id}` }),
};

function text(answer: TestAnswer, name: string): string {
  const value = members(answer.body)[name];
  if (typeof value !== 'string') throw new Error(`The answer ${answer.status} has no ${name}.`);
  return value;
}

async function prepare(graph: TestGraphEmulator): Promise<Things> {
  const times = {
    start: { dateTime: '2026-03-02T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-03-02T10:00:00', timeZone: 'UTC' },
  };
  const own = await graph.call('POST', `/users/${alice.id}/events`, { body: { subject: 'Own', ...times } });
  const attendees = [{ type: 'required', emailAddress: { address: alice.mail, name: alice.displayName } }];
  await graph.call('POST', `/users/${bob.id}/events`, { body: { subject: 'Invited', ...times, attendees } });
  const view = await graph.call(
    'GET',
    `/users/${alice.id}/calendarView?${oneDay}&$filter=subject eq 'Invited'`,
  );
  const invitation = members((members(view.body)['value'] as unknown[])[0]);
  const task = await graph.call('POST', '/planner/tasks', {
    body: { planId: companyPlanId, title: 'Update' },
  });
  const details = await graph.call('GET', `/planner/tasks/${text(task, 'id')}/details`);
  const other = await graph.call('POST', '/planner/tasks', {
    body: { planId: companyPlanId, title: 'Delete' },
  });
  const app = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/12345678-9abc-def0-123456789b';
  const installations = `/users/${alice.id}/teamwork/installedApps`;
  await graph.call('POST', installations, { body: { 'teamsApp@odata.bind': app } });
  const installed = await graph.call('GET', installations);
  const buckets = await graph.call('GET', `/planner/plans/${companyPlanId}/buckets`);
  const first = (answer: TestAnswer): string =>
    String(members((members(answer.body)['value'] as unknown[])[0])['id']);
  return {
    ownEvent: text(own, 'id'),
    invitation: String(invitation['id']),
    task: text(task, 'id'),
    taskEtag: text(task, '@odata.etag'),
    detailsEtag: text(details, '@odata.etag'),
    deleteTask: text(other, 'id'),
    deleteEtag: text(other, '@odata.etag'),
    installation: first(installed),
    bucket: first(buckets),
  };
}

const names =
  contractAbsent === undefined
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.request.json'))
        .map((file) => file.replace('.request.json', ''))
        .sort()
    : [];

describe.skipIf(contractAbsent !== undefined)(`Microsoft's request samples ${contractAbsent ?? ''}`, () => {
  let graph: TestGraphEmulator;

  beforeAll(async () => {
    graph = await startTestGraphEmulator({ people: [alice.id] });
  });

  afterAll(async () => {
    await graph.close();
  });

  it.each(names.filter((name) => leftOut[name] === undefined))(
    '%s gets an answer of the documented status',
    async (name) => {
      graph.reset();
      const things = await prepare(graph);
      const request = sample(`${name}.request`);
      const adapted = adaptations[name]?.(request, things) ?? {};
      const given = new URL(request.url ?? '', 'https://graph.microsoft.com');
      const target = adapted.path ?? `${given.pathname.replace(/^\/(v1\.0|beta)/, '')}${given.search}`;
      const body = adapted.body ?? request.body;
      const all = { ...request.headers, ...adapted.headers };
      const headers = Object.fromEntries(
        Object.entries(all).filter(([header]) => !/^content-length$/i.test(header)),
      );
      const answer = await graph.call(request.method ?? 'GET', target, {
        token: graph.tokenOf(alice.id),
        headers,
        body,
      });
      expect({ status: answer.status, body: answer.status >= 400 ? answer.body : undefined }).toEqual({
        status: sample(`${name}.response`).status,
        body: undefined,
      });
    },
  );

  it('names only samples that exist where it leaves some out', () => {
    expect(Object.keys(leftOut).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('refuses an answer with an unknown member or a wrong value, so that a misfit cannot pass unseen', () => {
    const wrong = { method: 'GET', url: '/v1.0/users/x/events/y', status: 200 };
    expect(answerProblems({ ...wrong, body: '{"subject":"a"}' })).toEqual([]);
    expect(answerProblems({ ...wrong, body: '{"subjekt":"a"}' })).not.toEqual([]);
    expect(answerProblems({ ...wrong, body: '{"showAs":"occupied"}' })).not.toEqual([]);
    expect(answerProblems({ ...wrong, status: 404, body: '{"oops":1}' })).not.toEqual([]);
  });
});
