import type { Finding } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { CommandName } from '../command-name.ts';
import type { Said } from './free-text.ts';
import { quote } from './names.ts';
import type { Fact, NamedPerson, RequestSense, WhenSense } from './sense.ts';

type CommandFact = Extract<Fact, { about: 'command' }>;

/** A command as it was said: its verb, and what the words after it name. */
export interface SaidCommand {
  readonly command: CommandName;
  readonly option?: number;
  readonly people: readonly NamedPerson[];
  readonly from: number;
  /** The first token after the command's own words. */
  readonly to: number;
}

/** The command that a text begins with, courtesies aside; the longest where several fit. */
export function commandAt(chart: readonly (readonly Finding<RequestSense>[])[]): SaidCommand | undefined {
  for (let at = 0; at < chart.length;) {
    const here = chart[at] ?? [];
    let best: SaidCommand | undefined;
    let filler = 0;
    for (const { to, sense } of here) {
      if (sense.kind !== 'fact') continue;
      if (sense.fact.about === 'command' && to > (best?.to ?? 0)) best = said(sense.fact, at, to);
      if (sense.fact.about === 'filler') filler = Math.max(filler, to);
    }
    if (best !== undefined) return best;
    if (filler <= at) return undefined;
    at = filler;
  }
  return undefined;
}

function said(fact: CommandFact, from: number, to: number): SaidCommand {
  const { command, option, people = [] } = fact;
  return { command, from, to, people, ...(option === undefined ? {} : { option }) };
}

/** Words around what a meeting is called. */
const around = new Set(
  's the a an my our that this it meeting meetings call sync with about for on of to please pls please thanks going doing coming along yet everyone everybody all again instead with , . ! ? : ; " \''.split(
    ' ',
  ),
);

/** What a command is about: the words left when people, times and courtesies are taken away. */
export function commandTopic(
  text: string,
  tokens: readonly Token[],
  from: number,
  said: readonly Said[],
): {
  readonly words?: string;
  readonly people: readonly NamedPerson[];
  readonly whens: readonly WhenSense[];
} {
  const later = said.filter((item) => item.to > from);
  const people = later.flatMap(({ fact }) =>
    fact.about === 'attendees' || fact.about === 'without' ? fact.people : [],
  );
  const whens = later.flatMap(({ fact }) => (fact.about === 'when' ? [fact.when] : []));
  const taken = (at: number): boolean =>
    later.some(
      ({ fact, from: start, to }) =>
        (fact.about === 'when' || fact.about === 'attendees') && start <= at && at < to,
    );
  const indices = tokens.flatMap(({ text: word }, at) =>
    at < from || taken(at) || around.has(word) ? [] : [at],
  );
  const [first] = indices;
  const last = indices.at(-1);
  if (first === undefined || last === undefined) return { people, whens };
  return { words: quote(text, tokens, first, last + 1), people, whens };
}
