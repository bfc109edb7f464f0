import type { LocalSecrets } from './secrets.ts';
import type { LocalPorts } from './settings.ts';

/** What a row of `services.ts` may build on. */
export interface LocalStack {
  readonly ports: LocalPorts;
  readonly secrets: LocalSecrets;
  /** The environment that `npm start` was given: a service that it replaces is not started. */
  readonly given: NodeJS.ProcessEnv;
}
