import { describe, expect, it } from 'vitest';

import { understand } from '../../../../bot/language/understand.ts';
import { languages } from '../../../../bot/words/words-of.ts';
import { inputOf } from '../language/cast.ts';

/** Every entry of a table by its path; functions are called with the facts given. */
function entriesOf(table: object, path = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? entriesOf(value, here) : [[here, value] as const];
  });
}

/** Stands for any number or name, and for facts of which every field is one. */
const anything: unknown = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 7 : 7) });

/** Facts for sentences that are chosen by a kind. */
const facts = new Map<string, readonly unknown[]>([
  ['problems.refusals.over', [{ ending: 'cancelled' }]],
  ['problems.refusals.notFreeThatLong', [{ names: ['7', '8'], isRoomTaken: true }]],
  ['troubles.service', ['calendar', 'unavailable']],
]);

/** What a sentence says of some facts. */
function said(path: string, entry: unknown): string {
  if (typeof entry !== 'function') return String(entry);
  const given = facts.get(path) ?? Array.from({ length: entry.length }, () => anything);
  try {
    return String(Reflect.apply(entry, undefined, given));
  } catch {
    return String(Reflect.apply(entry, undefined, [['7', '8']]));
  }
}

const english = new Map(entriesOf(languages.en));

/** What both languages say alike, and what differs only for a clock of 24 hours. */
const alike = new Set(['cards.optional', 'cards.optionalMark', 'cards.online', 'times.city', 'times.clock']);

describe.each(Object.entries(languages))('the words in %s', (_language, words) => {
  const entries = entriesOf(words);

  it('have what English has, and nothing else', () => {
    expect(entries.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  it('have no empty sentence, straight quote or three dots', () => {
    for (const [path, entry] of entries) {
      const text = said(path, entry);
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/["']|\.\.\./);
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('the German words', () => {
  it('are others than the English', () => {
    const same = entriesOf(languages.de)
      .filter(([path, entry]) => said(path, entry) === said(path, english.get(path)))
      .map(([path]) => path);
    expect(same.filter((path) => !alike.has(path))).toEqual([]);
  });
});

/** “45 min with Bob” and „45 Minuten mit Bob“ */
const quoted = /[“„]([^“”„]+)[”“]/g;

describe.each(Object.entries(languages))('what the help in %s proposes to write', (_language, { cards }) => {
  const examples = cards.help.examples.flatMap(([, text]) =>
    [...text.matchAll(quoted)].map(([, one]) => one ?? ''),
  );

  it.each(examples)('"%s" is understood', (example) => {
    const understanding = understand(inputOf(example));
    expect(understanding.kind).not.toBe('nothing');
    expect('leftover' in understanding ? understanding.leftover : []).toEqual([]);
  });
});
