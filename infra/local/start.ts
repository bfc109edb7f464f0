import { ConfigError, readConfig } from '../runtime/config/read-config.ts';
import { temporal } from '../runtime/config/temporal.ts';
import { localEnvironment, portVariables } from './environment.ts';
import { makeFolders, stateFolder } from './layout.ts';
import { LocalStackError } from './local-stack-error.ts';
import { checkPorts } from './ports.ts';
import { claim, runningInstance } from './running.mjs';
import { readSecrets } from './secrets.ts';
import { services } from './services.ts';
import { temporalService } from './services/temporal.ts';
import { local, withFreePorts } from './settings.ts';
import type { LocalPorts } from './settings.ts';
import type { LocalStack } from './stack.ts';
import { Supervisor } from './supervision/supervisor.ts';
import type { Service } from './supervision/service.ts';
import { readyJson, readyText } from './table.ts';
import { prepareExternalServer } from './temporal/external-server.ts';
import { findServer } from './temporal/find-server.ts';

const isCheck = process.argv.includes('--check');
const unknown = process.argv.slice(2).find((word) => word !== '--check');
const leaving = new AbortController();

// With --check, standard output is the one line of JSON.
const tell = (line: string) => {
  if (isCheck) console.error(line);
  else console.log(line);
};

type TemporalConfig = Parameters<typeof prepareExternalServer>[0];

/** Temporal as a service to start, or nothing when TEMPORAL_ADDRESS names one that runs. */
async function temporalServices(ports: LocalPorts, config: TemporalConfig): Promise<Service[]> {
  if (process.env['TEMPORAL_ADDRESS'] !== undefined) {
    const version = await prepareExternalServer(config);
    tell(`Temporal server ${version}, at TEMPORAL_ADDRESS (${config.address}).`);
    return [];
  }
  const binary = await findServer({ environment: process.env, tell, signal: leaving.signal });
  tell(`Temporal ${binary.version}, ${binary.source}.`);
  return [temporalService(binary, ports, config.namespace)];
}

async function run(stack: LocalStack, temporalConfig: TemporalConfig, startedMs: number): Promise<void> {
  const { ports } = stack;
  const all = [
    ...(await temporalServices(ports, temporalConfig)),
    ...services.flatMap((service) => service(stack)),
  ];
  await checkPorts(all);
  if (isLeaving()) return;
  const environment = { ...localEnvironment(stack), ...process.env, ...portVariables(ports) };
  const supervisor = new Supervisor(environment, tell);
  try {
    await Promise.race([supervisor.start(all), untilLeaving()]);
    if (isLeaving()) return;
    const seconds = (performance.now() - startedMs) / 1000;
    console.log(isCheck ? readyJson(all, seconds) : readyText(all, seconds));
    if (!isCheck) await untilLeaving();
  } finally {
    tell('Stopping …');
    await supervisor.stop();
  }
}

async function main(): Promise<void> {
  const startedMs = performance.now();
  if (unknown !== undefined)
    throw new LocalStackError(`npm start does not know "${unknown}"; it knows --check.`);
  const config = readConfig(process.env, { local, temporal });
  makeFolders();
  const running = runningInstance(stateFolder);
  if (running !== undefined)
    throw new LocalStackError(
      `Assent runs here already (process ${running}); stop that one with Ctrl-C first.`,
    );
  const giveBack = claim(stateFolder);
  try {
    const ports = await withFreePorts(config.local);
    await run({ ports, secrets: readSecrets(), given: process.env }, config.temporal, startedMs);
  } finally {
    giveBack();
  }
}

// A function, because the answer changes while others are awaited.
function isLeaving(): boolean {
  return leaving.signal.aborted;
}

function untilLeaving(): Promise<void> {
  if (isLeaving()) return Promise.resolve();
  return new Promise((resolve) => {
    leaving.signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    leaving.abort();
  });

try {
  await main();
  process.exit(0);
} catch (error) {
  if (!(error instanceof LocalStackError || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
