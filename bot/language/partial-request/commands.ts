import type { Finding } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { CommandName } from '../meaning/sense.ts';
import { framedCommand } from '../rows/command-frames.ts';
import type { Said } from './free-text.ts';
import { isMeal } from '../rows/meals.ts';
import { quote } from '../lexicon/names.ts';
import type { Fact, NamedPerson, RequestSense, WhenSense } from '../meaning/sense.ts';

type CommandFact = Extract<Fact, { about: 'command' }>;

/** A command as it was said: its verb, and what the words after it name. */
export interface SaidCommand {
  readonly command: CommandName;
  readonly option?: number;
  readonly people: readonly NamedPerson[];
  readonly doubtful?: 'unlessTimed' | 'unlessAnybody';
  readonly from: number;
  /** The first token after the command's own words. */
  readonly to: number;
  /** Of what it is about, where that is not the rest of the words: the first token after it. */
  readonly end?: number;
}

/** The command that a text begins with, courtesies aside; the longest where several fit. */
export function commandAt(
  tokens: readonly Token[],
  chart: readonly (readonly Finding<RequestSense>[])[],
): SaidCommand | undefined {
  const framed = framedCommand(tokens);
  if (framed !== undefined) {
    const { command, from, to } = framed;
    return { command, from, to: from, end: to, people: [] };
  }
  for (let at = 0; at < chart.length;) {
    const here = chart[at] ?? [];
    let best: SaidCommand | undefined;
    let filler = 0;
    let noun = 0;
    for (const { to, sense } of here) {
      if (sense.kind !== 'fact') continue;
      if (sense.fact.about === 'command' && to > (best?.to ?? 0)) best = said(sense.fact, at, to);
      if (sense.fact.about === 'filler') filler = Math.max(filler, to);
      if (sense.fact.about === 'ask' && sense.fact.noun !== undefined) noun = Math.max(noun, to);
    }
    if (best !== undefined) return noun >= best.to ? { ...best, doubtful: 'unlessTimed' } : best;
    if (filler <= at) return undefined;
    at = filler;
  }
  return undefined;
}

function said(fact: CommandFact, from: number, to: number): SaidCommand {
  const { command, option, doubtful, people = [] } = fact;
  return {
    command,
    from,
    to,
    people,
    ...(option === undefined ? {} : { option }),
    ...(doubtful === undefined ? {} : { doubtful }),
  };
}

/** Words around what a meeting is called. */
const around = new Set(
  [
    's t the a an my our that this it meeting meetings call sync with about for on of to in at and please pls thanks thx',
    'going doing coming along yet everyone everybody all again instead still already other others rest who hasn hasnt',
    'haven havent not didn didnt answered replied responded voted answer answers reply replies response responses vote',
    'thing one invite invitation event appointment needs need has have must should be move moved shift shifted',
    'reschedule rescheduled push pushed postpone postponed delay delayed bring brought forward back up ahead off can',
    'could we i you they them us me now then later earlier instead rather too as well re regarding',
    'ab das den die mein meine der des del la le les el los las mis mes mi du mit avec con auf bitte por favor svp termin',
    'treffen besprechung réunion reunion reunión cita rdv',
    'looking look work works , . ! ? : ; " \' ( ) - @',
  ]
    .join(' ')
    .split(' '),
);

/** "move lunch to 1": a meal, not the hours of it. */
function saysMeal(tokens: readonly Token[], { fact, from, to }: Said): boolean {
  return fact.about === 'when' && tokens.slice(from, to).some((_, index) => isMeal(tokens, from + index));
}

/** What a command is about: the words left when people, times and courtesies are taken away. */
export function commandTopic(
  text: string,
  tokens: readonly Token[],
  from: number,
  end: number,
  said: readonly Said[],
): {
  readonly words?: string;
  readonly people: readonly NamedPerson[];
  readonly whens: readonly WhenSense[];
} {
  const later = said.filter((item) => item.to > from && item.from < end);
  const people = later.flatMap(({ fact }) =>
    fact.about === 'attendees' || fact.about === 'without' ? fact.people : [],
  );
  const whens = later.flatMap((item) =>
    item.fact.about === 'when' && !saysMeal(tokens, item) ? [item.fact.when] : [],
  );
  const taken = (at: number): boolean =>
    later.some(
      (item) =>
        /^(?:when|attendees|shift)$/.test(item.fact.about) &&
        item.from <= at &&
        at < item.to &&
        !saysMeal(tokens, item),
    );
  const indices = tokens.flatMap(({ text: word }, at) =>
    at < from || at >= end || taken(at) || around.has(word) ? [] : [at],
  );
  const [first] = indices;
  const last = indices.at(-1);
  if (first === undefined || last === undefined) return { people, whens };
  return { words: quote(text, tokens, first, last + 1), people, whens };
}
