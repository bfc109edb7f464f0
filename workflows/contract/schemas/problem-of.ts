import type { z } from 'zod';
import type { Problem } from '../../domain/problems/problem.ts';

/** The first thing that is wrong with an input, as a sentence with the field in front. */
export function problemOf(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const sentence = `${issue?.message ?? 'This cannot be read'}.`;
  return path === ''
    ? { code: 'invalid', message: sentence }
    : { code: 'invalid', message: `${path}: ${sentence}`, path };
}
