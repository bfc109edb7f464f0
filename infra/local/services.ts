import { identityService } from './services/identity.ts';
import type { LocalStack } from './stack.ts';
import type { Service } from './supervision/service.ts';

/** The processes beside Temporal, in the order of the table. A new one is a file in `services/` and a row here. */
export const services: readonly ((stack: LocalStack) => Service)[] = [identityService];
