import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, WorkflowFailedError } from '@temporalio/client';
import { DefaultLogger, NativeConnection, bundleWorkflowCode } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../infra/runtime/log.ts';
import { createDeployment } from '../../workers/runtime/deployment.ts';
import type { RunningBuild } from '../../workers/runtime/run-build.ts';
import { runMeetings } from '../../workers/runtime/run-meetings.ts';
import type { WorkflowBundle } from '../../workers/runtime/stored-bundles.ts';
import { fileOf, readBundles } from '../../workers/runtime/stored-bundles.ts';
import { meetingTaskQueue } from '../../workflows/contract/task-queues.ts';
import type { MeetingStatus, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { MeetingWorld } from '../support/meeting-world.ts';
import {
  aRequest,
  answer,
  ask,
  asPerson,
  dayFromNow,
  freshKey,
  openMeetingWorld,
  required,
  someone,
  valueOf,
} from '../support/meeting-world.ts';
import { createMemoryPorts } from '../support/memory-ports.ts';
import { runTestBuild, testBundleFolder } from '../support/run-test-build.ts';
import { startTestTemporal } from '../support/temporal-server.ts';

const alice = someone('alice');
const bob = someone('bob');

async function changedBundle(): Promise<WorkflowBundle> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, '../replay/changed-workflow.ts'),
    logger: new DefaultLogger('ERROR', () => undefined),
  });
  return { buildId: 'changed', code };
}

describe('a deployment with an incompatible change', () => {
  let world: MeetingWorld;
  let connection: NativeConnection;
  let old: RunningBuild;
  let changed: RunningBuild;
  beforeAll(async () => {
    world = await openMeetingWorld({ withWorker: false });
    connection = await NativeConnection.connect({ address: world.temporal.address });
  });
  afterAll(async () => {
    await Promise.all([old.shutdown(), changed.shutdown()]);
    await connection.close();
    await world.close();
  });

  const run = (bundle?: WorkflowBundle): Promise<RunningBuild> =>
    runTestBuild({
      connection,
      namespace: world.temporal.namespace,
      ports: world.ports,
      bundle,
      options: { shutdownGraceTime: 0 },
    });
  const asked = (title: string, days: number): Promise<MeetingView> =>
    ask(world, aRequest(alice, [required(bob)], dayFromNow(days, 8, 9), { title }));
  const buildOf = async (meetingId: string): Promise<string | null | undefined> => {
    const { raw } = await world.client.workflow.getHandle(meetingId).describe();
    return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
  };

  const statusOf = async (meetingId: string): Promise<MeetingStatus> =>
    valueOf(await world.meetings.get(asPerson(alice), { meetingId })).status;

  it('leaves meetings on the build they began on, and none stuck', async () => {
    old = await run();
    const [booked, cancelled] = await Promise.all([asked('Booked', 7), asked('Cancelled', 8)]);
    const meetingIds = [booked.meetingId, cancelled.meetingId];

    const asking = new AbortController();
    let answeredCount = 0;
    let staleCount = 0;
    const nextTime = () => pause(50, true, { signal: asking.signal }).catch(() => false);
    const querying = (async () => {
      while (await nextTime()) {
        for (const meetingId of meetingIds) {
          const view = valueOf(await world.meetings.get(asPerson(alice), { meetingId }));
          if (view.isStale === true) staleCount += 1;
          answeredCount += 1;
        }
      }
    })();

    changed = await run(await changedBundle());
    const later = await asked('Later', 9);
    expect(await buildOf(later.meetingId)).toBe('changed');
    expect(await buildOf(booked.meetingId)).toBe(old.buildId);

    await answer(world, bob, booked, 'yes');
    await expect.poll(() => statusOf(booked.meetingId)).toBe('confirmed');
    await expect.poll(() => buildOf(booked.meetingId)).toBe('changed');

    expect(await buildOf(cancelled.meetingId)).toBe(old.buildId);
    await answer(world, bob, later, 'yes');
    await world.until(later.meetingId, ({ status }) => status === 'confirmed');
    valueOf(
      await world.meetings.cancel(asPerson(alice), {
        meetingId: cancelled.meetingId,
        idempotencyKey: freshKey(),
      }),
    );
    await world.client.workflow.getHandle(cancelled.meetingId).result();

    asking.abort();
    await querying;
    expect(answeredCount).toBeGreaterThan(20);
    expect(staleCount).toBe(0);
    const deployment = createDeployment(connection, world.temporal.namespace);
    await expect.poll(() => deployment.countOpen(old.buildId)).toBe(0);
    await expect.poll(() => deployment.countOpen('changed')).toBe(2);
  });

  it('leaves the booked ones open to commands on the build they moved to', async () => {
    const view = await asked('Moves on', 10);
    await answer(world, bob, view, 'yes');
    await world.until(view.meetingId, ({ status }) => status === 'confirmed');
    valueOf(
      await world.meetings.cancel(asPerson(alice), {
        meetingId: view.meetingId,
        idempotencyKey: freshKey(),
      }),
    );
    await world.client.workflow.getHandle(view.meetingId).result();
    expect(await world.eventsOf(alice, 'Moves on')).toEqual([]);
  });

  it('shows meetings without a worker as last published, and says so', async () => {
    const view = await asked('Nobody there', 11);
    const published = () => world.ports.projections.snapshot(view.meetingId);
    await expect.poll(async () => (await published())?.status).toBe('proposed');
    await changed.shutdown();
    const shown = valueOf(await world.meetings.get(asPerson(alice), { meetingId: view.meetingId }));
    expect(shown).toEqual({ ...(await published()), isStale: true });

    changed = await run(await changedBundle());
    const asIs = valueOf(await world.meetings.get(asPerson(alice), { meetingId: view.meetingId }));
    expect(asIs).not.toHaveProperty('isStale');
  });
});

describe('the worker of one machine', () => {
  let world: MeetingWorld;
  let connection: NativeConnection;
  let folder: string;
  beforeAll(async () => {
    world = await openMeetingWorld({ withWorker: false });
    connection = await NativeConnection.connect({ address: world.temporal.address });
    folder = await mkdtemp(join(tmpdir(), 'assent-bundles-'));
  });
  afterAll(async () => {
    await connection.close();
    await world.close();
    await rm(folder, { recursive: true });
  });

  it('runs older builds until their meetings are over, then removes them', async () => {
    const input = { connection, namespace: world.temporal.namespace, ports: world.ports };
    const options = { shutdownGraceTime: 0 };
    const before: WorkflowBundle = { ...(await changedBundle()), buildId: 'beef' };
    const none: WorkflowBundle = { ...before, buildId: 'dead' };
    for (const bundle of [before, none]) {
      await writeFile(fileOf(folder, { source: bundle.buildId, buildId: bundle.buildId }), bundle.code);
    }
    const yesterday = await runTestBuild({ ...input, bundle: before, options });
    const view = await ask(
      world,
      aRequest(alice, [required(bob)], dayFromNow(7, 8, 9), { title: 'Yesterday' }),
    );
    await yesterday.shutdown();

    const today = await runMeetings({
      ...input,
      options,
      bundleFolder: folder,
      makesCurrent: true,
      reviewEveryMs: 200,
      log: createLog({ process: 'test', level: 'silent' }),
    });
    const builds = async () => (await readBundles(folder)).map(({ buildId }) => buildId).sort();
    await expect.poll(builds).toEqual([before.buildId, today.buildId].sort());
    const cancel = { meetingId: view.meetingId, idempotencyKey: freshKey() };
    valueOf(await world.meetings.cancel(asPerson(alice), cancel));
    await world.client.workflow.getHandle(view.meetingId).result();
    await expect.poll(builds).toEqual([today.buildId]);
    await today.shutdown();
  });
});

describe('a Temporal server without Worker Deployments', () => {
  it('runs meetings on the newest code, and the log says what that means', async () => {
    const temporal = await startTestTemporal({
      dynamicConfig: { 'system.enableDeploymentVersions': 'false' },
    });
    const connection = await NativeConnection.connect({ address: temporal.address });
    const warnings: string[] = [];
    const meetings = await runMeetings({
      connection,
      namespace: temporal.namespace,
      ports: createMemoryPorts(() => undefined),
      options: { shutdownGraceTime: 0 },
      bundleFolder: testBundleFolder,
      makesCurrent: true,
      log: { info: () => undefined, warn: (message: unknown) => warnings.push(String(message)) },
    });
    expect(warnings).toEqual([expect.stringMatching(/no Worker Deployments/)]);
    const client = new Client({ connection });
    const handle = await client.workflow.start('meeting', {
      workflowId: 'unversioned',
      taskQueue: meetingTaskQueue,
      args: [{ kind: 'new', meeting: {} }],
    });
    await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
    await meetings.shutdown();
    await connection.close();
    await temporal.close();
  });
});
