import type { Rule } from '../grammar/rule.ts';
import { rowsOf } from '../grammar/rule.ts';
import type { DatesSense, Reference } from './sense.ts';

/** A row of the grammar of dates and times. */
export type DateRule = Rule<DatesSense, Reference>;

export const row = rowsOf<DatesSense, Reference>();
