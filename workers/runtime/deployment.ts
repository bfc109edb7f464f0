import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';

/** The name under which Temporal lists the builds of Assent's workers. */
export const deploymentName = 'assent';

/** What Temporal knows of our builds (https://docs.temporal.io/worker-versioning). */
export interface Deployment {
  /** False for servers that know no deployments, or forbid them to us. */
  isSupported(buildId: string): Promise<boolean>;
  /**
   * New meetings begin on this build from now on, and those that continue in a fresh run move to it. Waits until a worker
   * of the build asks for work, which the server demands; rejects with the server's error after `limitMs`.
   */
  makeCurrent(buildId: string, limitMs: number): Promise<void>;
  /** How many workflows are under way on this build. */
  countOpen(buildId: string): Promise<number>;
}

/** Codes of gRPC (https://grpc.io/docs/guides/status-codes/); the first is what servers answer that know an earlier form. */
const invalidArgument = 3;
const notFound = 5;
const permissionDenied = 7;
const unimplemented = 12;

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}

/** The deployment in a namespace, over a worker's connection. */
export function createDeployment(connection: NativeConnection, namespace: string): Deployment {
  const client = new Client({ connection, namespace });
  const { workflowService } = connection;
  return {
    async isSupported(buildId) {
      const deploymentVersion = { deploymentName, buildId };
      try {
        await workflowService.describeWorkerDeploymentVersion({ namespace, deploymentVersion });
        return true;
      } catch (error) {
        const code = codeOf(error);
        if (code === notFound) return true;
        if (code === unimplemented || code === permissionDenied || code === invalidArgument) return false;
        throw error;
      }
    },
    async makeCurrent(buildId, limitMs) {
      const end = Date.now() + limitMs;
      for (;;) {
        try {
          await workflowService.setWorkerDeploymentCurrentVersion({
            namespace,
            deploymentName,
            buildId,
            identity: `assent-worker-${process.pid}`,
            ignoreMissingTaskQueues: true,
          });
          return;
        } catch (error) {
          if (codeOf(error) === permissionDenied || Date.now() > end) throw error;
        }
        await pause(100);
      }
    },
    async countOpen(buildId) {
      const { count } = await client.workflow.count(
        `ExecutionStatus = 'Running' AND TemporalWorkerDeploymentVersion = '${deploymentName}:${buildId}'`,
      );
      return count;
    },
  };
}
