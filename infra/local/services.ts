import { agentsService } from './services/agents.ts';
import { botService } from './services/bot.ts';
import { graphService } from './services/graph.ts';
import { identityService } from './services/identity.ts';
import { playgroundServices } from './services/playground.ts';
import { workerService } from './services/worker.ts';
import type { LocalStack } from './stack.ts';
import type { Service } from './supervision/service.ts';

/**
 * The processes beside Temporal, in the order of the table. A new part is a file in `services/` and an entry here; a part
 * that the environment replaces answers with no process.
 */
export const services: readonly ((stack: LocalStack) => readonly Service[])[] = [
  graphService,
  identityService,
  workerService,
  botService,
  agentsService,
  playgroundServices,
];
