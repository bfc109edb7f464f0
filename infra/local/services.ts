import { graphService } from './services/graph.ts';
import { identityService } from './services/identity.ts';
import type { LocalStack } from './stack.ts';
import type { Service } from './supervision/service.ts';

/**
 * The processes beside Temporal, in the order of the table. A new part is a file in `services/` and an entry here; a part
 * that the surroundings replace answers with no process.
 */
export const services: readonly ((stack: LocalStack) => readonly Service[])[] = [
  graphService,
  identityService,
];
