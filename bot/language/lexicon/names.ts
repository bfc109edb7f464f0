import type { Person, Room } from '../../../workflows/domain/people/person.ts';
import { isGuest } from '../../../workflows/domain/people/person.ts';
import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { Mention, UnderstandInput } from '../meaning/understanding.ts';
import type { NamedPerson, RequestContext, RequestSense } from '../meaning/sense.ts';
import { foldings, plainLetters } from '../../../workflows/domain/people/letters.ts';
import { nameWords } from '../../../workflows/domain/people/spellings.ts';
import { addressLexer } from './addresses.ts';
import { endOfName, tokenAt } from './name-at.ts';
import { isCapitalized, mayBeOtherWord } from './ordinary-names.ts';
import { indexNames } from './spellings.ts';
import type { NameIndex } from './spellings.ts';

type NameLexer = Lexer<RequestSense, RequestContext>;

/** Reads names, and tells which words are part of some name. */
interface NameReader {
  readonly read: NameLexer;
  readonly knows: (word: string) => boolean;
}

/**
 * Reads people's names, mentions and addresses. The sender's name is the sender, who is nobody's choice beside others.
 * A mention is whom Teams says it is: its words are never looked up.
 */
export function nameLexer(input: UnderstandInput, isVocabulary: (word: string) => boolean): NameReader {
  const { sender, mentions } = input;
  const index = indexNames([...input.directory, ...input.members, ...contacts(input), sender]);
  const addresses = addressLexer(input, isVocabulary);
  const named = (name: string, candidates: readonly Person[]): RequestSense => {
    const self = candidates.length === 1 && candidates[0]?.id === sender.id;
    const others = candidates.length > 1 ? candidates.filter(({ id }) => id !== sender.id) : candidates;
    const person: NamedPerson = { name, candidates: others, ...(self ? { self } : {}) };
    return { kind: 'person', person };
  };
  const read: NameLexer = (tokens, at, context) => {
    const offset = tokens[at]?.start ?? 0;
    const mention = mentions.find(({ start, text }) => start <= offset && offset < start + text.length);
    if (mention !== undefined) return mention.start === offset ? [mentioned(mention, tokens, named)] : [];
    if (addresses.covers(offset)) return addresses.read(tokens, at, context);
    const start = tokens[at]?.text === '@' ? at + 1 : at;
    if (mayBeOtherWord(context.text, tokens, start)) return [];
    const whole = peopleAt(tokens, start, index.names);
    const found = whole.size > 0 ? whole : peopleAt(tokens, start, index.nicknames);
    return [...found]
      .map(([to, people]) => ({
        to,
        sense: named(quote(context.text, tokens, at, to), [...people.values()]),
      }))
      .sort((a, b) => b.to - a.to);
  };
  const knows = (word: string): boolean =>
    foldings(word).some((form) => index.names.words.has(form) || index.nicknames.words.has(form));
  return { read, knows };
}

/** Whom the speaker wrote down: from outside, so that nobody of the directory is meant by their names. */
function contacts({ nearby = [] }: UnderstandInput): readonly Person[] {
  return nearby.filter(({ id }) => isGuest(id));
}

function mentioned(
  { text, start, person }: Mention,
  tokens: readonly Token[],
  named: (name: string, candidates: readonly Person[]) => RequestSense,
): { readonly to: number; readonly sense: RequestSense } {
  return {
    to: tokenAt(tokens, start + text.length),
    sense: named(text, person === undefined ? [] : [person]),
  };
}

/** Everybody who may be named at a token, by the token after the name. */
function peopleAt(
  tokens: readonly Token[],
  at: number,
  { spellings }: NameIndex,
): Map<number, Map<string, Person>> {
  const byEnd = new Map<number, Map<string, Person>>();
  for (const first of foldings(tokens[at]?.text ?? '')) {
    for (const { words, people } of spellings.get(first) ?? []) {
      const to = endOfName(tokens, at, words);
      if (to !== undefined) byEnd.set(to, new Map([...(byEnd.get(to) ?? []), ...people]));
    }
  }
  return byEnd;
}

export function quote(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** Reads rooms' names, with or without "room". */
export function roomLexer(rooms: readonly Room[]): NameLexer {
  const byWords = rooms.flatMap((room) => {
    const words = nameWords(room.displayName).map(plainLetters);
    const short = words.filter((word) => !/^(room|conference|meeting|the)$/.test(word));
    return short.length === 0 || short.join(' ') === words.join(' ')
      ? [{ words, room }]
      : [
          { words, room },
          { words: short, room },
        ];
  });
  return (tokens, at, context) => {
    const byEnd = new Map<number, Room[]>();
    for (const { words, room } of byWords) {
      const to = endOfName(tokens, at, words);
      if (to === undefined) continue;
      byEnd.set(to, [...(byEnd.get(to) ?? []), room]);
    }
    return [...byEnd].map(([to, found]) => ({
      to,
      sense: { kind: 'room' as const, rooms: found, name: quote(context.text, tokens, at, to) },
    }));
  };
}

/** Reads words that nobody knows as names of people whom nobody knows. */
export function strangerLexer(isVocabulary: (word: string) => boolean): NameLexer {
  return (tokens, at, context) => {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || !/^\p{L}{2,}$/u.test(first.text) || isVocabulary(first.text)) return [];
    const upper = isCapitalized(context.text, first);
    const stranger = (to: number): { to: number; sense: RequestSense } => ({
      to,
      sense: {
        kind: 'stranger',
        lower: !upper,
        person: { name: quote(context.text, tokens, at, to), candidates: [] },
      },
    });
    const twoWords =
      upper &&
      second !== undefined &&
      second.spaced &&
      isCapitalized(context.text, second) &&
      !isVocabulary(second.text);
    return twoWords ? [stranger(at + 2), stranger(at + 1)] : [stranger(at + 1)];
  };
}
