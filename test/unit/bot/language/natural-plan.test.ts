import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { naturalPlanFile, solve } from '../../../bench/natural-plan.ts';
import type { SchedulingProblem } from '../../../bench/natural-plan.ts';

describe.skipIf(!existsSync(naturalPlanFile))(`scheduling problems of ${naturalPlanFile}`, () => {
  it('all have an acceptable first candidate', () => {
    const problems = JSON.parse(readFileSync(naturalPlanFile, 'utf8')) as SchedulingProblem[];
    const unsolved = problems.filter((problem) => !solve(problem).solved).map(({ id }) => id);
    expect(unsolved).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });
});
