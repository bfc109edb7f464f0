import { describe, expect, it } from 'vitest';
import { optionIn, orderIn } from '../../../../../bot/language/lexicon/positions.ts';

describe('places in a row', () => {
  it.each([
    ['the second one', 2],
    ['der dritte Vorschlag', 3],
    ['le dernier', -1],
    ['la primera opción', 1],
    ['number 4', 4],
    ['# 2', 2],
    ['option b', 2],
    ['whatever you like', undefined],
  ])('“%s” is option %s', (words, option) => {
    expect(optionIn(words.toLowerCase().split(' '))).toBe(option);
  });

  it.each([
    ['my next meeting', 'next'],
    ['the 1 st meeting', 'first'],
    ['mein letzter termin', 'last'],
    ['ma prochaine réunion', 'next'],
    ['mi próxima cita', 'next'],
    ['the meeting', undefined],
  ])('“%s” is %s', (words, order) => {
    expect(orderIn(words.split(' '))).toBe(order);
  });
});
