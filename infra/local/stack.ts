import type { LocalSecrets } from './secrets.ts';
import type { LocalPorts } from './settings.ts';

/** What a row of `services.ts` may build on. */
export interface LocalStack {
  readonly ports: LocalPorts;
  readonly secrets: LocalSecrets;
}
