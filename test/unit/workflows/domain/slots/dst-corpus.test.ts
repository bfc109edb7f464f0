import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corpusText, makeDstCorpus, windowDays } from '../../../../support/dst-corpus.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const corpusPath = new URL('dst-corpus.jsonl', import.meta.url);

/** What `answer-dst-corpus.ts` prints in a process whose own zone is `timeZone`. */
function answersUnder(timeZone: string): {
  cases: number;
  machineOffsetMinutes: number;
  differences: unknown[];
} {
  const { stdout, stderr, status } = spawnSync(
    `${root}node_modules/.bin/node`,
    [`${root}test/support/answer-dst-corpus.ts`],
    { env: { ...process.env, TZ: timeZone, LANG: 'de_DE.UTF-8' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof answersUnder>;
}

describe('working hours around clock changes', () => {
  it('has a corpus as js-joda makes it, of at least 400 window-days in at least 12 zones', () => {
    const cases = makeDstCorpus();
    expect(readFileSync(corpusPath, 'utf8')).toBe(corpusText(cases));
    expect(windowDays(cases)).toBeGreaterThanOrEqual(400);
    expect(
      new Set(cases.flatMap(({ attendees }) => attendees.map(({ zone }) => zone))).size,
    ).toBeGreaterThanOrEqual(12);
    expect(cases.filter(({ starts }) => starts.length > 0).length).toBeGreaterThan(cases.length / 2);
  });

  const machines = [
    ['UTC', 0],
    ['America/New_York', 300],
    ['Europe/Berlin', -60],
    ['Australia/Lord_Howe', -660],
    ['Asia/Kathmandu', -345],
    ['Pacific/Apia', -780],
  ] as const;
  for (const [timeZone, offsetInJanuary] of machines) {
    it(`gives the corpus' answers on a machine in ${timeZone}`, () => {
      const { machineOffsetMinutes, differences, cases } = answersUnder(timeZone);
      expect(machineOffsetMinutes).toBe(offsetInJanuary);
      expect(cases).toBeGreaterThan(0);
      expect(differences).toEqual([]);
    });
  }
});
