import type { Rule } from '../grammar/rule.ts';
import { rowsOf } from '../grammar/rule.ts';
import type { Fact, FactSense, RequestContext, RequestSense } from '../meaning/sense.ts';

/** A row of the grammar of requests. */
export type RequestRule = Rule<RequestSense, RequestContext>;

export const row = rowsOf<RequestSense, RequestContext>();

export function fact(value: Fact): FactSense {
  return { kind: 'fact', variant: value.about, fact: value };
}

export function weakFact(value: Fact): FactSense {
  return { kind: 'fact', variant: value.about, fact: value, weak: true };
}

/** How "don't" is written, for patterns; "do" and "does" alone say the contrary. */
export const dont = ["don ' t", 'don t', 'dont', 'do not'] as const;
export const doesnt = ["doesn ' t", 'doesn t', 'doesnt', 'does not'] as const;
