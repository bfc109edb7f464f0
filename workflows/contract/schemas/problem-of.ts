import type { z } from 'zod';
import type { Problem } from '../../domain/problems/problem.ts';

/** The first thing that is wrong with a message, as callers are told it. */
export function problemOf(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const message = issue?.message ?? 'it cannot be read';
  return path === ''
    ? { code: 'invalid', message: `The message is not usable: ${message}.` }
    : { code: 'invalid', message: `${path} is not usable: ${message}.`, path };
}
