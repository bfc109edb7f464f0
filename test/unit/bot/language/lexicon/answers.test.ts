import { describe, expect, it } from 'vitest';
import { answerIn } from '../../../../../bot/language/lexicon/answers.ts';

describe('answers in words', () => {
  it.each([
    ['yes, works', 'yes'],
    ['no problem', 'yes'],
    ['I can’t make it', 'no'],
    ['unfortunately I am away', 'no'],
    ['if need be', 'ifNeedBe'],
    ['Da kann ich leider nicht', 'no'],
    ['zur Not ginge es', 'ifNeedBe'],
    ['oui, ça me convient', 'yes'],
    ['je ne peux pas', 'no'],
    ['sí, me va bien', 'yes'],
    ['si no queda otra', 'ifNeedBe'],
    ['Thursday', undefined],
  ])('“%s” is %s', (text, answer) => {
    expect(answerIn(text)).toBe(answer);
  });
});
