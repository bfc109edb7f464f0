import type { NameQuery } from '../../../workflows/domain/people/known-people.ts';
import { addressesIn } from '../../../workflows/domain/people/mail-address.ts';
import type { Locale } from '../grammar/locale.ts';
import { tokenize } from '../grammar/token.ts';
import type { Token } from '../grammar/token.ts';
import { requestGrammar } from '../rows/grammar.ts';
import { detectLocale } from './detect-locale.ts';
import { groupNoun } from './groups.ts';
import { isCapitalized, isOrdinaryName } from './ordinary-names.ts';

/** Longer texts are cut, as they are when they are read. */
const longestText = 4000;
/** More words than these are not asked about: with what goes with them they fill one `$batch`. */
const mostWords = 8;
const mostRuns = 5;
const longestRun = 3;
const mostAddresses = 30;

/** What stands before people's names in sentences about meetings. */
const beforeName =
  /^(?:with|w|and|plus|invite|include|add|remove|ask|tell|remind|ping|for|from|is|are|when|if|mit|und|ohne|avec|et|sans|con|y|sin|&|,|\+|@|mr|mrs|ms|dr|frau|herr|herrn)$/u;

interface Run {
  readonly words: readonly string[];
  /** The lower, the sooner it is asked about. */
  readonly rank: number;
  readonly isGroup: boolean;
}

/**
 * The words and addresses of a sentence that may name people or groups, the likeliest first, so that the directory is
 * asked for those alone. Words that the grammar knows are none, unless they are written like names.
 */
export function possibleNames(sentence: string, locale?: Locale): readonly NameQuery[] {
  const text = sentence.slice(0, longestText);
  const addresses = addressesIn(text);
  const tokens = tokenize(text);
  const { knows } = requestGrammar(locale ?? detectLocale(tokens));
  const isInAddress = ({ start }: Token): boolean =>
    addresses.some((one) => one.start <= start && start < one.end);
  const isUnknown = (at: number): boolean => {
    const token = tokens[at];
    if (token === undefined || isInAddress(token)) return false;
    if (beginsJoined(tokens, at)) return !knows(tokens[at + 2]?.text ?? '');
    return /^\p{L}{2,}/u.test(token.text) && (!knows(token.text) || isOrdinaryName(text, tokens, at));
  };
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const isGroup = isGroupName(tokens, at, isUnknown);
    if (
      !isUnknown(at) &&
      !isGroup &&
      !(isCapitalized(text, tokens[at] as Token) && isUnknown(at + 1) && at > 0)
    )
      continue;
    const end = endOfRun(text, tokens, at, isUnknown);
    runs.push({
      words: tokens.slice(at, end).flatMap((token) => (/^[\p{L}\d]/u.test(token.text) ? [token.text] : [])),
      rank: rankOf(text, tokens, at),
      isGroup: isGroup || groupNoun.test(tokens[end]?.text ?? ''),
    });
    at = end - 1;
  }
  return [
    ...addresses.slice(0, mostAddresses).map(({ address }) => ({ kind: 'address', address }) as const),
    ...likeliest(runs),
  ];
}

/** The O of "O'Brien". */
function beginsJoined(tokens: readonly Token[], at: number): boolean {
  const [sign, next] = [tokens[at + 1], tokens[at + 2]];
  return (
    /^[od]$/.test(tokens[at]?.text ?? '') &&
    sign?.text === "'" &&
    !sign.spaced &&
    next?.spaced === false &&
    /^\p{L}{2,}/u.test(next.text)
  );
}

function rankOf(text: string, tokens: readonly Token[], at: number): number {
  const isNamed = beforeName.test(tokens[at - 1]?.text ?? '');
  const isUpper = isCapitalized(text, tokens[at] as Token);
  return (isNamed ? 0 : 1) + (isUpper ? 0 : 1);
}

/** "the budget team": a word is looked for before "team" even where the grammar knows it. */
function isGroupName(tokens: readonly Token[], at: number, isUnknown: (at: number) => boolean): boolean {
  const next = tokens[at + 1]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '';
  return (
    (groupNoun.test(next) &&
      /^\p{L}{2,}/u.test(tokens[at]?.text ?? '') &&
      /^(?:the|our|my|das|unser|dem)$/.test(before)) ||
    (groupNoun.test(before) && isUnknown(at))
  );
}

/** Names have up to three words here, signs between them not counted; a comma joins two that are capitalized. */
function endOfRun(
  text: string,
  tokens: readonly Token[],
  at: number,
  isUnknown: (at: number) => boolean,
): number {
  let end = at + 1;
  for (let words = 1; words < longestRun; words += 1) {
    const sign = tokens[end]?.text ?? '';
    const joins = /^['’.-]$/.test(sign) && tokens[end]?.spaced === false;
    const turns = sign === ',' && bothCapitalized(text, tokens, end);
    const next = joins || turns ? end + 1 : end;
    const token = tokens[next];
    if (token === undefined || groupNoun.test(token.text)) break;
    const isPart =
      isUnknown(next) ||
      /^\d/.test(token.text) ||
      (isCapitalized(text, token) && isCapitalized(text, tokens[at] as Token) && !joins && !turns);
    if (!isPart) break;
    end = next + 1;
  }
  return end;
}

function bothCapitalized(text: string, tokens: readonly Token[], comma: number): boolean {
  const [before, after] = [tokens[comma - 1], tokens[comma + 1]];
  return (
    before !== undefined && after !== undefined && isCapitalized(text, before) && isCapitalized(text, after)
  );
}

function likeliest(runs: readonly Run[]): NameQuery[] {
  const words = new Set<string>();
  const queries: NameQuery[] = [];
  for (const run of [...runs].sort((a, b) => a.rank - b.rank)) {
    const more = run.words.filter((word) => !words.has(word));
    if (more.length === 0 && !run.isGroup && run.words.length === 1) continue;
    if (queries.length >= mostRuns || words.size + more.length > mostWords) break;
    for (const word of more) words.add(word);
    queries.push({ kind: 'words', words: run.words, ...(run.isGroup ? { isGroup: true } : {}) });
  }
  return queries;
}
