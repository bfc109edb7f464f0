import type { Lexer } from '../../grammar/chart.ts';
import type { Token } from '../../grammar/token.ts';
import type { DatesSense, Reference } from '../sense.ts';

const ones = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = [
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
  'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
]
  .join(' ')
  .split(' ');
const tenths = 'twentieth thirtieth'.split(' ');

const oneValues = new Map(ones.map((word, value) => [word, value]));
const tenValues = new Map(tens.map((word, index) => [word, (index + 2) * 10]));
const ordinalValues = new Map([
  ...ordinals.map((word, value) => [word, value] as const),
  ...tenths.map((word, index) => [word, (index + 2) * 10] as const),
]);

interface Reading {
  readonly to: number;
  readonly value: number;
}

/** Zero to ninety-nine. */
function underHundred(tokens: readonly Token[], at: number): Reading | undefined {
  const word = tokens[at]?.text ?? '';
  const one = oneValues.get(word);
  if (one !== undefined) return { to: at + 1, value: one };
  const ten = tenValues.get(word);
  if (ten === undefined) return undefined;
  const next = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const unit = oneValues.get(tokens[next]?.text ?? '');
  return unit !== undefined && unit > 0 && unit < 10
    ? { to: next + 1, value: ten + unit }
    : { to: at + 1, value: ten };
}

/** "twenty-seventh", "third". */
function ordinalAt(tokens: readonly Token[], at: number): Reading | undefined {
  const simple = ordinalValues.get(tokens[at]?.text ?? '');
  if (simple !== undefined) return { to: at + 1, value: simple };
  const ten = tenValues.get(tokens[at]?.text ?? '');
  if (ten === undefined) return undefined;
  const next = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const unit = ordinalValues.get(tokens[next]?.text ?? '');
  return unit !== undefined && unit > 0 && unit < 10 ? { to: next + 1, value: ten + unit } : undefined;
}

/** "nineteen ninety six", "two thousand and fifteen", "two thousand". */
function yearAt(tokens: readonly Token[], at: number): Reading | undefined {
  const head = underHundred(tokens, at);
  if (head === undefined) return undefined;
  if (tokens[head.to]?.text === 'thousand' && head.value === 2) {
    const next = tokens[head.to + 1]?.text === 'and' ? head.to + 2 : head.to + 1;
    const rest = underHundred(tokens, next);
    return rest === undefined ? { to: head.to + 1, value: 2000 } : { to: rest.to, value: 2000 + rest.value };
  }
  if (head.value < 17 || head.value > 21) return undefined;
  const rest = underHundred(tokens, head.to);
  return rest !== undefined && rest.value >= 10
    ? { to: rest.to, value: head.value * 100 + rest.value }
    : undefined;
}

/** "nine thirty", "two forty-five". */
function clockAt(tokens: readonly Token[], hours: Reading): { to: number; sense: DatesSense } | undefined {
  if (hours.value < 1 || hours.value > 12) return undefined;
  const next = tokens[hours.to]?.text === '-' ? hours.to + 1 : hours.to;
  const minutes = underHundred(tokens, next);
  if (minutes === undefined || minutes.value < 10 || minutes.value > 59) return undefined;
  const to = tokens[minutes.to]?.text === 'minutes' ? minutes.to + 1 : minutes.to;
  return {
    to,
    sense: { kind: 'hour', seconds: ((hours.value % 12) * 60 + minutes.value) * 60, ambiguous: true },
  };
}

/** English numbers, ordinals and years written as words. */
export const englishNumberWords: Lexer<DatesSense, Reference> = (tokens, at) => {
  const found: { to: number; sense: DatesSense }[] = [];
  const ordinal = ordinalAt(tokens, at);
  if (ordinal !== undefined) found.push({ to: ordinal.to, sense: { kind: 'ordinal', value: ordinal.value } });
  const number = underHundred(tokens, at);
  if (number === undefined) return found;
  found.push({ to: number.to, sense: { kind: 'number', value: number.value } });
  if (number.value >= 1 && number.value <= 12) {
    found.push({
      to: number.to,
      sense: { kind: 'hour', seconds: (number.value % 12) * 3600, ambiguous: true },
    });
  }
  const clock = clockAt(tokens, number);
  if (clock !== undefined) found.push(clock);
  const year = yearAt(tokens, at);
  if (year !== undefined) found.push({ to: year.to, sense: { kind: 'year', value: year.value } });
  return found;
};
