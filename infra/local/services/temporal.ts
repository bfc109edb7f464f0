import { Connection } from '@temporalio/client';
import { inState } from '../layout.ts';
import type { LocalPorts } from '../settings.ts';
import type { Service } from '../supervision/service.ts';
import type { TemporalBinary } from '../temporal/binary.ts';
import { neededAttributes } from '../temporal/search-attribute-types.ts';

/** By a connection of its own each time: one that fails waits ever longer before it tries again. */
async function namespaceIsThere(address: string, namespace: string): Promise<boolean> {
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

/** Temporal's own development server, with its data in a file. */
export function temporalService(binary: TemporalBinary, ports: LocalPorts, namespace: string): Service {
  return {
    name: 'temporal',
    program: {
      kind: 'binary',
      path: binary.path,
      args: [
        ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'warn'],
        ...['--port', String(ports.temporal), '--ui-port', String(ports.temporalUi)],
        ...['--db-filename', inState('temporal.db'), '--namespace', namespace],
        // Twice the throughput of SQLite's defaults, and still safe against a crash of the process.
        ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
        ...neededAttributes.flatMap(({ name, word }) => ['--search-attribute', `${name}=${word}`]),
      ],
    },
    ports: [
      { variable: 'ASSENT_TEMPORAL_PORT', port: ports.temporal },
      { variable: 'ASSENT_TEMPORAL_UI_PORT', port: ports.temporalUi },
    ],
    ready: {
      kind: 'check',
      check: () => namespaceIsThere(`127.0.0.1:${ports.temporal}`, namespace),
    },
    rows: [{ label: 'Temporal', url: `http://127.0.0.1:${ports.temporalUi}` }],
  };
}
