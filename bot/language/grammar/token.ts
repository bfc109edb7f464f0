/** A word, a number or a sign of the text, in lower case and without accents on Latin letters' case. */
export interface Token {
  readonly text: string;
  /** Offsets into the original text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** Letters (apostrophes inside words come off as their own token), digits, or one other sign. */
const tokenPattern = /\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu;

const signs = new Map(
  Object.entries({
    '’': "'",
    '‘': "'",
    '`': "'",
    '´': "'",
    '–': '-',
    '—': '-',
    '−': '-',
    '‑': '-',
    '“': '"',
    '”': '"',
    '„': '"',
  }),
);

/** Splits a text into tokens; white space separates and is not a token. Linear in the text's length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(tokenPattern)) {
    const raw = match[0];
    tokens.push({
      text: signs.get(raw) ?? raw.toLowerCase(),
      start: match.index,
      end: match.index + raw.length,
      spaced: match.index > previousEnd,
    });
    previousEnd = match.index + raw.length;
  }
  return tokens;
}
