import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense } from '../meaning/sense.ts';

const staysOut = (): RequestSense => fact({ about: 'organizerAttends', attends: false });
const withoutAsking = (): RequestSense => fact({ about: 'asking', asks: false });

/** Only one person can hold a meeting. */
function organizer(of: readonly NamedPerson[], people: readonly NamedPerson[]): RequestSense | undefined {
  const [only, another] = of;
  return only === undefined || another !== undefined || only.self === true
    ? undefined
    : fact({ about: 'organizer', person: only, people });
}

/** Who holds the meeting where it is not the sender, and whether those who come are asked. */
export const organizerRows: readonly RequestRule[] = [
  row("i ' m|am not in|at|attending|joining|coming to? it|the|this|that? meeting|call|one?", staysOut),
  row('i am not in|at|attending|joining|coming|part to|of? it|the|this|that? meeting|call|one?', staysOut),
  row("i won ' t|wont|will not? be? attend|join|come|in|at|there it|the|this|that? meeting|call?", (c) =>
    /\b(?:won['’]?t|will not)\b/i.test(c.text) ? staysOut() : undefined,
  ),
  row("i don|do ' t|not need to be in|at it|the|this? meeting|call?", staysOut),
  row('leave me out of it|this|that?', staysOut),
  row('ich bin nicht dabei', staysOut),
  row("je n ' y serai|suis pas", staysOut),
  row('je ne serai|suis pas là|présent|présente|dedans', staysOut),
  row('yo no estaré|estoy|voy', staysOut),
  ...[
    'schedule|book|organize|organise|arrange|plan for',
    'set up for',
    'meeting|time|slot|call for',
    'plane|organisiere|buche|finde für|fuer',
    'organise|planifie|prévois|réserve pour',
    'organiza|agenda|programa|reserva para',
  ].map((words) =>
    row(`${words} <people> with|mit|avec|con <people>` as '<people> <people>', (_, of, p) =>
      organizer(of.people, p.people),
    ),
  ),
  row('on behalf of <people>', (_, of) => organizer(of.people, [])),
  row('im namen von <people>', (_, of) => organizer(of.people, [])),
  row('au nom de|d <people>', (_, of) => organizer(of.people, [])),
  row('en nombre de <people>', (_, of) => organizer(of.people, [])),
  row('no need to ask|check|confirm with? him|her|them|anyone|anybody|everyone?', withoutAsking),
  row("don ' t ask|check|poll with? him|her|them|anyone|anybody|everyone", withoutAsking),
  row('without asking|approval|confirmation him|her|them|anyone|anybody|everyone?', withoutAsking),
  row('no|skip the? approval|approvals|confirmation|asking needed|necessary|required?', withoutAsking),
  row('just book|send it|that|this straight|right? away|directly?', withoutAsking),
  row('book|send|invite it|that|this|them|him|her? directly|straight|outright away?', withoutAsking),
  row('directly|outright', () => weakFact({ about: 'asking', asks: false })),
  row('ohne nachzufragen|rückfrage|nachfrage|zustimmung', withoutAsking),
  row('ohne jemanden|sie|ihn? zu fragen', withoutAsking),
  row('direkt|einfach buchen|eintragen|einladen', withoutAsking),
  row('buch|buche es|das|ihn? direkt|einfach', withoutAsking),
  row('sans demander leur? avis|accord?', withoutAsking),
  row('pas besoin de leur|lui? demander', withoutAsking),
  row('réserve|envoie le|la? directement', withoutAsking),
  row('sin preguntar|consultar a? nadie?', withoutAsking),
  row('no hace falta preguntar|preguntarle|preguntarles', withoutAsking),
  row('resérvalo|reserva|mándalo directamente', withoutAsking),
];
