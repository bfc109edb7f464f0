import { readConfig } from '../../infra/runtime/config/read-config.ts';
import { temporal } from '../../infra/runtime/config/temporal.ts';
import { localEnvironment, portVariables } from '../../infra/local/environment.ts';
import { makeFolders, stateFolder } from '../../infra/local/layout.ts';
import { claim, runningInstance } from '../../infra/local/running.mjs';
import { readSecrets } from '../../infra/local/secrets.ts';
import { graphService } from '../../infra/local/services/graph.ts';
import { identityService } from '../../infra/local/services/identity.ts';
import { temporalService } from '../../infra/local/services/temporal.ts';
import { workerService } from '../../infra/local/services/worker.ts';
import { local, withFreePorts } from '../../infra/local/settings.ts';
import { Supervisor } from '../../infra/local/supervision/supervisor.ts';
import { findServer } from '../../infra/local/temporal/find-server.ts';

/** The environment of a stack that runs, and how to leave it. */
export interface DemoStack {
  readonly environment: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

const tell = (line: string): void => {
  console.log(line);
};

/** The stack of `npm start` where it runs; otherwise the parts of it that a meeting needs, on free ports. */
export async function openDemoStack(signal: AbortSignal): Promise<DemoStack> {
  makeFolders();
  const config = readConfig(process.env, { local, temporal });
  const secrets = readSecrets();
  if (runningInstance(stateFolder) !== undefined) {
    tell('Using the stack that runs here.');
    const stack = { ports: config.local, secrets, given: process.env };
    return {
      environment: { ...localEnvironment(stack), ...process.env },
      close: () => Promise.resolve(),
    };
  }
  const giveBack = claim(stateFolder);
  const anyPort = Object.fromEntries(Object.keys(config.local).map((name) => [name, 0]));
  const ports = await withFreePorts({ ...config.local, ...anyPort });
  const stack = { ports, secrets, given: process.env };
  const environment = {
    ...localEnvironment(stack),
    ...process.env,
    // There is no Teams here, whatever chats the usual file remembers: questions go by mail.
    ASSENT_SQLITE_FILE: 'demo.db',
    ...portVariables(ports),
  };
  const supervisor = new Supervisor(environment, tell);
  const binary =
    process.env['TEMPORAL_ADDRESS'] === undefined
      ? await findServer({ environment: process.env, tell, signal })
      : undefined;
  await supervisor.start([
    ...(binary === undefined ? [] : [temporalService(binary, ports, config.temporal.namespace)]),
    ...graphService(stack),
    ...identityService(stack),
    ...workerService(),
  ]);
  return {
    environment,
    close: async () => {
      await supervisor.stop();
      giveBack();
    },
  };
}
