import { expect, test } from 'vitest';
import { meetingSummary } from '../../../../workflows/contract/meeting-summary.ts';

test.each([
  ['Q3 budget', 'Q3 budget'],
  [' two\nlines ', 'two lines'],
  ['[click](https://evil.example)', '\\[click\\]\\(https://evil.example\\)'],
])('%j is shown as %j', (title, shown) => {
  expect(meetingSummary(title)).toBe(shown);
});

test('a long title is shortened below the 400 bytes that the server takes', () => {
  for (const letter of ['x', '*', '😀', '議']) {
    expect(Buffer.byteLength(meetingSummary(letter.repeat(500)))).toBeLessThanOrEqual(400);
  }
});
