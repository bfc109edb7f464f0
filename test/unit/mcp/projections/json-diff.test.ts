import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDiff } from '../../../../mcp/projections/json-diff.ts';
import { applyPatch } from '../../../../mcp/clients/supervise/json-patch.ts';

const json = fc
  .jsonValue()
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes('__proto__'))
  .map((text) => JSON.parse(text) as unknown);

test('a diff applied to what was gives what is', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(applyPatch(before, jsonDiff(before, after))).toEqual(after);
    }),
  );
});

test('equal values differ in nothing', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(jsonDiff(value, structuredClone(value))).toEqual([]);
    }),
  );
});

test('names with slashes and tildes are escaped as RFC 6901 says', () => {
  expect(jsonDiff({ 'a/b~c': 1 }, { 'a/b~c': 2 })).toEqual([{ op: 'replace', path: '/a~1b~0c', value: 2 }]);
});

test('only what changed is named', () => {
  const before = { version: 1, attendees: [{ approval: 'pending' }, { approval: 'pending' }], choice: 1 };
  const after = { version: 2, attendees: [{ approval: 'pending' }, { approval: 'approved' }], title: 't' };
  expect(jsonDiff(before, after)).toEqual([
    { op: 'remove', path: '/choice' },
    { op: 'replace', path: '/version', value: 2 },
    { op: 'replace', path: '/attendees/1/approval', value: 'approved' },
    { op: 'add', path: '/title', value: 't' },
  ]);
});
