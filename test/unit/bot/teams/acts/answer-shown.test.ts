import { describe, expect, it } from 'vitest';

import { agreedTo } from '../../../../../bot/teams/acts/answer-shown.ts';
import { carol, named, said, slotAt } from './scene.ts';

const at = { timeZone: 'Europe/Berlin', now: '2026-11-30T09:00:00.000Z' };
const ask = (clock: string) => {
  const { start, end } = slotAt('2026-12-10', clock);
  return { verb: 'ask', meetingId: 'm', version: 3, slots: `${start}/${end}` } as const;
};
const cancel = { verb: 'cancel', meetingId: 'm', version: 3 } as const;

describe('what a sentence agrees to of a card that asked', () => {
  it('is its one button, by yes', () => {
    expect(agreedTo({ actions: [cancel] }, said('confirm'), at)).toBe(cancel);
    expect(agreedTo({ actions: [cancel] }, said('answer', {}, { answer: 'yes' }), at)).toBe(cancel);
  });

  it('is the time that is chosen of several, and none by a bare yes', () => {
    const actions = [ask('10:00'), ask('14:00')];
    expect(agreedTo({ actions }, said('choose', {}, { option: 2 }), at)).toBe(actions[1]);
    expect(agreedTo({ actions }, said('confirm'), at)).toBeUndefined();
  });

  it('is nothing where more is said, or something else', () => {
    for (const other of [
      said('confirm', {}, {}, ['but later']),
      said('confirm', { people: [named(carol)] }),
      said('answer', {}, { answer: 'no' }),
      said('cancel'),
    ]) {
      expect(agreedTo({ actions: [cancel] }, other, at)).toBeUndefined();
    }
  });
});
