import { describe, expect, it } from 'vitest';
import { labelledSentences, meaningOf } from '../../../bench/language.ts';

describe.each([...labelledSentences()])('labelled sentences: %s', (_name, sentences) => {
  it.each(sentences.map((sentence) => [sentence.text, sentence] as const))('“%s”', (_text, sentence) => {
    expect(meaningOf(sentence)).toEqual(sentence.expect);
  });
});
