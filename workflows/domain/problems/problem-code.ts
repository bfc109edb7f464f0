/** The codes that callers meet, on every surface. */
export const problemCodes = [
  'precondition_failed',
  'conflict',
  'requires_approval',
  'forbidden',
  'not_found',
  'invalid',
  'rate_limited',
  'unavailable',
] as const;

export type ProblemCode = (typeof problemCodes)[number];
