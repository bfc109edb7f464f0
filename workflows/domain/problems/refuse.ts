import type { Problem } from './problem.ts';
import type { ProblemCode } from './problem-code.ts';
import type { Refusal } from './refusal.ts';
import { saidToAgents } from './refusal.ts';

/** The problem that a rule's refusal is to a caller; `path` names the field that is wrong. */
export function refuse(refusal: Refusal, path?: string): Problem {
  // The compiler does not follow that a reason's sentence takes the facts of that reason.
  const [code, sentence] = saidToAgents[refusal.reason] as readonly [
    ProblemCode,
    string | ((facts: Refusal) => string),
  ];
  return { code, ...refusal, message: typeof sentence === 'string' ? sentence : sentence(refusal), path };
}
