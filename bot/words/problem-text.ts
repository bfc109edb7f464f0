import type { Problem } from '../../workflows/domain/problems/problem.ts';
import type { Words } from './words.ts';

/** Why something was refused. A problem brings its sentence in English; other languages say what its code means. */
export function problemText({ code, message }: Problem, { language, problems }: Words): string {
  return language === 'en' ? message : problems.codes[code];
}
