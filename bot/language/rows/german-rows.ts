import type { DurationSense } from '../dates/sense.ts';
import { length } from './duration-rows.ts';
import { shift as shifted } from './follow-up-rows.ts';
import { join, members, optional, required, self } from './people-rows.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from '../meaning/sense.ts';
import { either } from './when-lists.ts';

const shiftBy = (duration: DurationSense, direction: 1 | -1): RequestSense | undefined =>
  duration.counted ? shifted(duration, direction) : undefined;

/** What German says around dates and lengths in a request. */
export const germanRequestRows: readonly RequestRule[] = [
  row('für|fuer|dauer|ca|etwa <duration>', (_, d) => length(d)),
  row('mit|für|fuer <people>', (_, p) => required(p)),
  row('mich|mir|ich', (c) => ({ kind: 'somebody', person: self(c, 'ich'), stranger: 'none' })),
  row('alle|allen|allem hier|zusammen?', members),
  row('alle|allen von? uns', members),
  row('dem|das? ganzen|ganze team', members),
  row('dem|das|mit? team', members),
  row('<somebody> ,|& <people>', (_, a, b) => join(a, b)),
  row('<somebody> und|sowie <people>', (_, a, b) => join(a, b)),
  row('<people> ist|wäre|waere? optional', (_, p) => optional(p)),
  row('optional|evtl|eventuell <people>', (_, p) => optional(p)),
  row('ohne <people> ,? dafür|dafuer|sondern mit? <people>', (_, out, p) =>
    fact({ about: 'replace', out: out.people, people: p.people }),
  ),
  row('<people> statt|anstatt|anstelle von? <people>', (_, p, out) =>
    fact({ about: 'replace', out: out.people, people: p.people }),
  ),
  row('<people> dazu|hinzu|auch|einladen|hinzufügen', (_, p) => required(p)),
  row('füge|fuege|lade|nimm auch|noch? <people> hinzu|dazu|ein|mit', (_, p) => required(p)),
  row('falls|wenn möglich|moeglich <people>', (_, p) => optional(p)),
  row('gerne? auch? <people> wenn er|sie|es kann|können|passt|geht', (_, p) => optional(p)),
  row('ohne <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('<when> oder|und <when>', (_, a, b) => either(a, b)),
  row('im|in|am|an|für|fuer <when>', (_, w) => w),
  row('irgendwann|gern|gerne|etwa|ungefähr|circa <when>', (_, w) => w),
  row('am liebsten|besten <when>', (_, w) => fact({ about: 'prefer', when: w })),
  row('vorzugsweise|bevorzugt|idealerweise|möglichst|moeglichst <when>', (_, w) =>
    fact({ about: 'prefer', when: w }),
  ),
  row('lieber|doch|besser|eher|stattdessen <when>', (_, w) => fact({ about: 'when', when: w })),
  row('<when> statt|anstatt <when>', (_, w) => fact({ about: 'when', when: w })),
  row('<when> wäre|waere|ist|passt|geht mir? besser|gut|ok|okay|super|perfekt|ideal', (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('verschieb|verschiebe|schieb|leg|verleg es|das|den? termin? auf <when>', (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('aber|nur|bitte? nicht|kein|keinen|nie am|im|vor|nach? <when>', (_, w) =>
    fact({ about: 'avoid', when: w }),
  ),
  row('mach|mache|machen|mache es|das|daraus|draus? <duration> draus|daraus?', (_, d) => length(d)),
  row('<duration> reicht|reichen|genügt|genügen|lang|länger', (_, d) => length(d)),
  row('<duration> später|spaeter', (_, d) => shiftBy(d, 1)),
  row('<duration> früher|frueher', (_, d) => shiftBy(d, -1)),
  row('nicht am|im? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('außer|ausser am? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<people> kann|können am|im? <when> nicht', (_, p, w) =>
    fact({ about: 'wish', people: p.people, when: w, strength: 'hard', only: false }),
  ),
  row('über|ueber|wegen|thema|betreff :?', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('um über|ueber', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('kurzes|kurzer|kurze|kurz', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row('möglichst|moeglichst bald|früh|schnell|zeitnah', () =>
    fact({ about: 'ranking', ranking: 'earliest' }),
  ),
  row('schnellstmöglich|baldmöglichst|dringend|zeitnah|baldigst', () =>
    fact({ about: 'ranking', ranking: 'earliest' }),
  ),
  row('so bald|früh|schnell wie möglich|moeglich', () => fact({ about: 'ranking', ranking: 'earliest' })),
  row('antworten|antwort|rückmeldung|rückmeldungen|zusage|zusagen bitte? <when>', (_, w) =>
    fact({ about: 'answersBy', when: w }),
  ),
  row('antworten bis <when>', (_, w) => fact({ about: 'answersBy', when: w })),
  row('<number> vorschläge|vorschlaege|optionen|termine', (_, n) =>
    n.value <= 5 ? fact({ about: 'options', count: n.value }) : undefined,
  ),
  row('online|virtuell|remote', () => fact({ about: 'online', online: true })),
  row('in einem|irgendeinem? raum|besprechungsraum|zimmer', (c) =>
    fact({ about: 'room', rooms: c.rooms, name: 'a room', any: true }),
  ),
  row('vor ort|persönlich', () => fact({ about: 'online', online: false })),
  row(
    'mittagessen|abendessen|frühstück|kaffee|bier|rückblick|abstimmung|planung|vorstellung|vorbereitung|übergabe|schulung|bewerbungsgespräch|jahresgespräch|mitarbeitergespräch',
    () => weakFact({ about: 'ask', noun: 'strong' }),
  ),
  row('um|zur|wegen|betrifft|thema|titel|betreff :? der|des|die|das?', () =>
    fact({ about: 'topic', field: 'title', keep: '' }),
  ),
  row('termin|treffen|besprechung|meeting|gespräch|gespraech|anruf|call', () =>
    weakFact({ about: 'ask', noun: 'weak' }),
  ),
  row(
    'plane|planen|vereinbare|vereinbaren|organisiere|finde|brauche|buche|möchte|moechte|will|lass|lasst',
    () => weakFact({ about: 'ask' }),
  ),
  row(
    'finden|finde|sprechen|spreche|zusammensetzen|setzen|reden|vereinbaren|aber|wäre|waere|besser|lieber|mach|machen|draus|daraus|ginge|geht|gerne|gern|würde|wuerde|muss|müssen|müsste|sollte|sollten|haben|hätte|hätten|ist|sind|habe|hat|zeit|zeiten|gemeinsam|zusammen|dann|doch|noch|vielleicht|es|euch|ihr|ihm|ihn|er|guten|tag|liebe|lieber|grüße|vielen|dank|hier|dir|dich|anlegen|einplanen|ansetzen|einstellen|sehen|kurz|schnell|passt|kann|könntest|koennten|koenntest|könnt|können|lange|dauer',
    () => weakFact({ about: 'filler' }),
  ),
  row(
    'bitte|danke|hallo|uns|einen|eine|ein|einem|einer|den|dem|das|die|der|und|auch|noch|kannst|können|könnten|du|sie|wir|für|im|am|um|zu|zum|in|von|mit|hi|nur|mal',
    () => weakFact({ about: 'filler' }),
  ),
];
