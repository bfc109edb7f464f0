import type { Problem } from '../../workflows/domain/problems/problem.ts';
import type { Refusal } from '../../workflows/domain/problems/refusal.ts';
import type { Words } from './words.ts';

/**
 * Why something was refused: what the rule says that refused it. Other problems bring a sentence in English only; other
 * languages say what their code means.
 */
export function problemText(problem: Problem, { language, problems }: Words): string {
  const { reason, code, message } = problem;
  if (reason !== undefined) {
    // The compiler does not follow that a reason's sentence takes its facts; a newer worker may know more reasons.
    const sentence = problems.refusals[reason] as ((refusal: Refusal) => string) | undefined;
    if (sentence !== undefined) return sentence(problem);
  }
  return language === 'en' ? message : problems.codes[code];
}
