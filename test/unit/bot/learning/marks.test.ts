import { describe, expect, it } from 'vitest';
import { marksIn } from '../../../../bot/learning/marks.ts';

describe('marked sentences', () => {
  it('tell where their parts are in the text without marks', () => {
    const text = 'move the retro from Monday to Friday, Ana can come';
    const marks = marksIn('move the {wtitle|retro} from {wwhen|Monday} to {when|Friday}, {add|Ana} can come');
    expect(marks.map(({ role, tag, start, end }) => [role, tag, text.slice(start, end)])).toEqual([
      ['wtitle', 'title', 'retro'],
      ['wwhen', 'when', 'Monday'],
      ['when', 'when', 'Friday'],
      ['add', 'people', 'Ana'],
    ]);
  });
});
