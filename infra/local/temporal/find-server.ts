import { logFileOf } from '../layout.ts';
import { LocalStackError } from '../local-stack-error.ts';
import { binaryAt, binaryOnPath, cachedBinary } from './binary.ts';
import type { TemporalBinary } from './binary.ts';
import { buildServer, downloadServer } from './obtain.ts';

interface FindOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * A Temporal server to start: the one on the PATH, the project's own, the SDK's download, or a build with Go.
 * @throws LocalStackError saying how to get one, when all fail.
 */
export async function findServer(options: FindOptions): Promise<TemporalBinary> {
  const found =
    (await binaryOnPath(options.environment['PATH'] ?? '')) ??
    (await binaryAt(cachedBinary, 'from .assent/bin')) ??
    (await downloadServer(options)) ??
    (await buildServer(options));
  if (found !== undefined) return found;
  throw new LocalStackError(
    'No Temporal server: install the Temporal CLI (https://docs.temporal.io/cli) or Go (https://go.dev/dl), ' +
      'or set TEMPORAL_ADDRESS to a server that runs. ' +
      `What was tried is in ${logFileOf('temporal-download')} and ${logFileOf('temporal-build')}.`,
  );
}
