import { z } from 'zod';
import type { ServiceProblem } from '../../domain/meeting/service-problem.ts';
import { serviceNames, serviceReasons } from '../../domain/meeting/service-problem.ts';
import { personIdSchema } from './person.ts';

/** What a failed activity carries as its first detail. */
export const serviceProblemSchema: z.ZodType<ServiceProblem> = z.object({
  service: z.enum(serviceNames),
  reason: z.enum(serviceReasons),
  people: z.array(personIdSchema).optional(),
});
