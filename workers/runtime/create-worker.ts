import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { meetingTaskQueue } from '../../workflows/contract/task-queues.ts';
import { createMeetingActivities } from '../activities/meeting-activities.ts';
import type { MeetingPorts } from '../activities/meeting-ports.ts';
import { workflowBundle } from './workflow-bundle.ts';

interface MeetingWorkerInput {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly ports: MeetingPorts;
  /** Where the bundle is kept between starts. */
  readonly bundleFolder: string;
  /** For tests and benches. */
  readonly options?: Partial<WorkerOptions>;
}

/** A worker for meetings and their activities, not yet running; `shutdown` lets what is under way end. */
export async function createMeetingWorker(input: MeetingWorkerInput): Promise<Worker> {
  return Worker.create({
    connection: input.connection,
    namespace: input.namespace,
    taskQueue: meetingTaskQueue,
    workflowBundle: await workflowBundle(input.bundleFolder),
    activities: { ...createMeetingActivities(input.ports) },
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
