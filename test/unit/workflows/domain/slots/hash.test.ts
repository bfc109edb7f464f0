import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalHash, canonicalJson } from '../../../../../workflows/domain/slots/hash.ts';
import { searchSlots } from '../../../../../workflows/domain/slots/search.ts';
import type { SlotSearchResult } from '../../../../../workflows/domain/slots/search-input.ts';
import { simpleSearch } from './simple-search.ts';

describe('the hash of a search', () => {
  it('is SHA-256 over JSON with sorted keys', () => {
    const text = '{"a":[1,{"x":"ü","y":null}],"b":"2"}';
    expect(canonicalJson({ b: '2', a: [1, { y: null, x: 'ü' }], absent: undefined })).toBe(text);
    expect(canonicalHash(JSON.parse(text))).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });

  it('is the same for equal inputs, however they are written', () => {
    const input = simpleSearch();
    const reordered = Object.fromEntries(Object.entries(input).reverse()) as typeof input;
    expect(searchSlots(reordered).inputHash).toBe(searchSlots(input).inputHash);
    expect(searchSlots({ ...input, durationMinutes: 30 }).inputHash).not.toBe(searchSlots(input).inputHash);
  });

  it('travels with the result as JSON', () => {
    const result = searchSlots(simpleSearch());
    const received = JSON.parse(JSON.stringify(result)) as SlotSearchResult;
    expect(received).toEqual({ ...result });
    expect(received.inputHash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
