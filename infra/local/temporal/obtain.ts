import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaryFolder, logFileOf } from '../layout.ts';
import { startChild } from '../supervision/child.ts';
import type { Service } from '../supervision/service.ts';
import { binaryAt, cachedBinary } from './binary.ts';
import type { TemporalBinary } from './binary.ts';

/** The newest tag that `go install` accepts. */
const goVersion = '1.5.1';
const minuteMs = 60_000;

interface ObtainOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

type Step = Pick<Service, 'name' | 'program' | 'environment'>;

/** Runs a step to its end, saying every 15 s that it goes on. */
async function runStep(
  step: Step,
  limitMs: number,
  { environment, tell, signal }: ObtainOptions,
): Promise<void> {
  const service: Service = { ...step, ports: [], rows: [], ready: { kind: 'message' } };
  const child = startChild(service, environment, logFileOf(step.name));
  const startedMs = performance.now();
  const elapsedMs = () => performance.now() - startedMs;
  const ticker = setInterval(() => {
    tell(`  … still at it, ${Math.round(elapsedMs() / 1000)} s`);
  }, 15_000);
  while (child.isRunning() && !signal.aborted && elapsedMs() < limitMs)
    await Promise.race([child.ended, sleep(100)]);
  clearInterval(ticker);
  await child.stop();
}

/** Asking first keeps a machine without network from waiting for the download's own retries. */
async function downloadIsReachable(): Promise<boolean> {
  try {
    const response = await fetch('https://temporal.download/cli/default?platform=linux&arch=amd64', {
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** The Temporal SDK's own download, kept in the project's cache; undefined where it cannot be reached. */
export async function downloadServer(options: ObtainOptions): Promise<TemporalBinary | undefined> {
  if (!(await downloadIsReachable())) {
    options.tell('temporal.download cannot be reached: no download of a Temporal server.');
    return undefined;
  }
  options.tell('Downloading a Temporal server (once, about 60 MB).');
  const folder = join(binaryFolder, 'download');
  mkdirSync(folder, { recursive: true });
  await runStep(
    {
      name: 'temporal-download',
      program: { kind: 'script', entry: 'infra/local/temporal/download-main.ts', args: [folder] },
    },
    3 * minuteMs,
    options,
  );
  for (const file of readdirSync(folder)) {
    const found = await binaryAt(join(folder, file), '');
    if (found !== undefined) renameSync(found.path, cachedBinary);
  }
  rmSync(folder, { recursive: true, force: true });
  return binaryAt(cachedBinary, 'downloaded by the Temporal SDK');
}

/** A build by the Go on this machine, kept in the project's cache; undefined where it fails (the log says why). */
export async function buildServer(options: ObtainOptions): Promise<TemporalBinary | undefined> {
  options.tell(
    `Building Temporal ${goVersion} with Go, once: two to five minutes, because a whole server is fetched and compiled.`,
  );
  await runStep(
    {
      name: 'temporal-build',
      program: {
        kind: 'binary',
        path: 'go',
        args: [
          'install',
          '-ldflags',
          `-s -w -X github.com/temporalio/cli/temporalcli.Version=${goVersion}`,
          `github.com/temporalio/cli/cmd/temporal@v${goVersion}`,
        ],
      },
      environment: { GOBIN: binaryFolder },
    },
    20 * minuteMs,
    options,
  );
  return binaryAt(cachedBinary, 'built with Go');
}
