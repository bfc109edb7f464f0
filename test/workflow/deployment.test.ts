import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DefaultLogger, NativeConnection, bundleWorkflowCode } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeployment } from '../../workers/runtime/deployment.ts';
import type { RunningBuild } from '../../workers/runtime/run-build.ts';
import type { WorkflowBundle } from '../../workers/runtime/stored-bundles.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
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
import { runTestBuild } from '../support/run-test-build.ts';

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
    await changed.shutdown();
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

  it('leaves meetings on the build they began on, and none stuck', async () => {
    old = await run();
    const [booked, cancelled] = await Promise.all([asked('Booked', 7), asked('Cancelled', 8)]);
    const meetingIds = [booked.meetingId, cancelled.meetingId];

    let isOver = false;
    let answeredCount = 0;
    const querying = (async () => {
      while (!isOver) {
        await Promise.all(meetingIds.map((id) => world.client.workflow.getHandle(id).query('view')));
        answeredCount += 1;
        await pause(50);
      }
    })();

    changed = await run(await changedBundle());
    const later = await asked('Later', 9);
    expect(await buildOf(later.meetingId)).toBe('changed');
    expect(await buildOf(booked.meetingId)).toBe(old.buildId);

    await answer(world, bob, booked, 'yes');
    await world.until(booked.meetingId, ({ status }) => status === 'confirmed');
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

    isOver = true;
    await querying;
    expect(answeredCount).toBeGreaterThan(10);
    const deployment = createDeployment(connection, world.temporal.namespace);
    await expect.poll(() => deployment.countOpen(old.buildId)).toBe(0);
    expect(await deployment.countOpen('changed')).toBe(2);
    await old.shutdown();
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
});
