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

/** Temporal as a service to start, or nothing when TEMPORAL_ADDRESS names one that runs. */
async function temporalServices(ports: Parameters<typeof temporalService>[1]): Promise<Service[]> {
  const config = readConfig(process.env, { temporal }).temporal;
  if (process.env['TEMPORAL_ADDRESS'] !== undefined) {
    const version = await prepareExternalServer(config);
    tell(`Temporal server ${version}, at TEMPORAL_ADDRESS (${config.address}).`);
    return [];
  }
  const binary = await findServer({ environment: process.env, tell, signal: leaving.signal });
  tell(`Temporal ${binary.version}, ${binary.source}.`);
  return [temporalService(binary, ports, config.namespace)];
}

async function main(): Promise<void> {
  const startedMs = performance.now();
  if (unknown !== undefined)
    throw new LocalStackError(`npm start does not know "${unknown}"; it knows --check.`);
  makeFolders();
  const running = runningInstance(stateFolder);
  if (running !== undefined)
    throw new LocalStackError(
      `Assent runs here already (process ${running}); stop that one with Ctrl-C first.`,
    );
  const giveBack = claim(stateFolder);
  const ports = await withFreePorts(readConfig(process.env, { local }).local);
  const stack = { ports, secrets: readSecrets(), given: process.env };
  const supervisor = new Supervisor(
    { ...localEnvironment(stack), ...process.env, ...portVariables(ports) },
    tell,
  );
  try {
    const all = [...(await temporalServices(ports)), ...services.flatMap((service) => service(stack))];
    if (isLeaving()) return;
    await checkPorts(all);
    await Promise.race([supervisor.start(all), untilLeaving()]);
    const seconds = (performance.now() - startedMs) / 1000;
    if (isLeaving()) return;
    console.log(isCheck ? readyJson(all, seconds) : readyText(all, seconds));
    if (!isCheck) await untilLeaving();
  } finally {
    tell('Stopping …');
    await supervisor.stop();
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
