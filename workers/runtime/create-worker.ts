import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { meetingTaskQueue } from '../../workflows/contract/task-queues.ts';
import { createMeetingActivities } from '../activities/meeting-activities.ts';
import type { MeetingPorts } from '../activities/meeting-ports.ts';
import { deploymentName } from './deployment.ts';
import type { WorkflowBundle } from './stored-bundles.ts';

export interface MeetingWorkerInput {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly ports: MeetingPorts;
  readonly bundle: WorkflowBundle;
  /** Whether meetings are pinned to the build that they began on; false where the server cannot do that. */
  readonly isVersioned: boolean;
  /** For tests and benches. */
  readonly options?: Partial<WorkerOptions>;
}

/** A worker for meetings and their activities, not yet running; `shutdown` lets what is under way end. */
export async function createMeetingWorker(input: MeetingWorkerInput): Promise<Worker> {
  const { buildId, code } = input.bundle;
  return Worker.create({
    connection: input.connection,
    namespace: input.namespace,
    taskQueue: meetingTaskQueue,
    workflowBundle: { code },
    activities: { ...createMeetingActivities(input.ports) },
    workerDeploymentOptions: input.isVersioned
      ? {
          useWorkerVersioning: true,
          version: { deploymentName, buildId },
          defaultVersioningBehavior: 'PINNED',
        }
      : undefined,
    // About 2 MB each. Meetings wait for days; those that fall out are replayed when something happens to them.
    maxCachedWorkflows: 300,
    // Activities wait for Graph most of the time.
    maxConcurrentActivityTaskExecutions: 100,
    maxConcurrentWorkflowTaskExecutions: 100,
    workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20, initial: 5 },
    activityTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20, initial: 5 },
    shutdownGraceTime: '8s',
    ...input.options,
  });
}
