import { describe, expect, it } from 'vitest';

import { problemText } from '../../../../bot/words/problem-text.ts';
import { languages } from '../../../../bot/words/words-of.ts';
import type { Problem } from '../../../../workflows/domain/problems/problem.ts';
import { refuse } from '../../../../workflows/domain/problems/refuse.ts';

const { en, de } = languages;

describe('a problem in words', () => {
  it('says which rule refused, in the reader’s language', () => {
    const over = refuse({ reason: 'over', ending: 'cancelled' });
    expect(problemText(over, en)).toBe('This meeting was cancelled. You can ask for a new one.');
    expect(problemText(over, de)).toBe('Diese Besprechung wurde abgesagt. Sie können eine neue anfragen.');
    const missing = refuse({ reason: 'approvalsMissing', missing: 1 });
    expect(problemText(missing, en)).toContain('1 answer is still missing.');
    expect(problemText(missing, de)).toContain('Eine Antwort fehlt noch.');
  });

  it('shows no slot as it is stored', () => {
    const slot = '2026-11-24T13:00:00.000Z/2026-11-24T13:45:00.000Z';
    for (const reason of ['slotNotProposed', 'answerMissing'] as const)
      for (const words of [en, de]) expect(problemText(refuse({ reason, slot }), words)).not.toMatch(/\d/);
  });

  it('says what its code means where no rule refused and its sentence is in another language', () => {
    const problem: Problem = { code: 'unavailable', message: 'Meetings cannot be reached just now.' };
    expect(problemText(problem, en)).toBe(problem.message);
    expect(problemText(problem, de)).toBe(
      'Das ist gerade nicht verfügbar. Bitte versuchen Sie es gleich noch einmal.',
    );
  });

  it('does not fail for a reason that only a newer worker knows', () => {
    const newer = { code: 'conflict', reason: 'somethingNew', message: 'It is new.' } as unknown as Problem;
    expect(problemText(newer, en)).toBe('It is new.');
    expect(problemText(newer, de)).toBe(de.problems.codes.conflict);
  });
});
