import { Connection } from '@temporalio/client';

/**
 * Whether a Temporal server serves the namespace at this address (`host:port`). By a connection of its own each time: one
 * that failed waits ever longer before it tries again.
 */
export async function namespaceIsThere(address: string, namespace: string): Promise<boolean> {
  const connection = Connection.lazy({ address });
  try {
    await connection.withDeadline(Date.now() + 2_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}
