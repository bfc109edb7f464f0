import { inState } from '../layout.ts';
import type { LocalPorts } from '../settings.ts';
import type { Service } from '../supervision/service.ts';
import type { TemporalBinary } from '../temporal/binary.ts';
import { namespaceIsThere } from '../temporal/namespace-is-there.ts';
import { neededAttributes } from '../temporal/search-attribute-types.ts';

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
