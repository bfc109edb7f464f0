import type { Finding } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { Fact, RequestSense } from '../meaning/sense.ts';

/** A fact and the tokens that say it; a topic's own words run from `textFrom` to `to`. */
export interface Said {
  readonly from: number;
  readonly to: number;
  readonly fact: Fact;
  readonly weak: boolean;
  readonly textFrom?: number;
}

const factWorth = 10;
const fillerWorth = 5;
const freeWorth = 6;
const weakWorth = 5.5;
/** Free text longer than this is no topic. */
const longestTopicTokens = 60;

/** Whether a sentence ends before the token. */
export function endsBefore(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined) return true;
  if (before !== undefined && text.slice(before.end, token.start).includes('\n')) return true;
  const next = tokens[at + 1];
  if (token.text === '-' && token.spaced && next?.spaced === true) return true;
  if (!/^[.!?;]$/.test(token.text)) return false;
  return next === undefined || next.spaced;
}

/**
 * Chooses the facts that together explain most of the words. What a topic is about is free text: it goes on to
 * the sentence's end, or to where facts explain the rest better.
 */
export function coverWithTopics(
  text: string,
  tokens: readonly Token[],
  chart: readonly (readonly Finding<RequestSense>[])[],
): Said[] {
  const best: number[] = new Array<number>(tokens.length + 1).fill(0);
  const choice: (Said | undefined)[] = tokens.map(() => undefined);
  const consider = (said: Said, worth: number): void => {
    const total = worth + (best[said.to] ?? 0);
    if (total > (best[said.from] ?? 0)) {
      best[said.from] = total;
      choice[said.from] = said;
    }
  };
  const considerTopic = (at: number, textFrom: number, fact: Said['fact']): void => {
    let worth = factWorth * (textFrom - at) - 1;
    const greedy = fact.about === 'topic' && fact.greedy === true;
    const isList = fact.about === 'topic' && fact.field === 'action' && fact.keep === '';
    if (isList) consider({ from: at, to: textFrom, fact, weak: false, textFrom }, worth);
    for (let end = textFrom; end < tokens.length && end - textFrom < longestTopicTokens;) {
      if (endsBefore(text, tokens, end) || (greedy && /^[,;]$/.test(tokens[end]?.text ?? ''))) break;
      end += 1;
      worth += greedy ? factWorth + 1 : freeWorth;
      consider({ from: at, to: end, fact, weak: false, textFrom }, worth);
    }
  };
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    best[at] = best[at + 1] ?? 0;
    for (const { to, sense } of chart[at] ?? []) {
      if (sense.kind !== 'fact') continue;
      const { fact, weak } = sense;
      if (fact.about === 'topic' && fact.words === undefined) {
        considerTopic(at, to, fact);
        continue;
      }
      const says = fact.about !== 'ask' && (fact.about !== 'filler' || weak !== true);
      const each = !says ? fillerWorth : weak === true ? weakWorth : factWorth;
      consider({ from: at, to, fact, weak: weak === true }, each * (to - at) - 1);
    }
  }
  const said: Said[] = [];
  for (let at = 0; at < tokens.length;) {
    const chosen = choice[at];
    if (chosen === undefined) {
      at += 1;
      continue;
    }
    said.push(chosen);
    at = chosen.to;
  }
  return said;
}
