import { length } from './duration-rows.ts';
import { join, optional, required, self } from './people-rows.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';

/** What German says around dates and lengths in a request. */
export const germanRequestRows: readonly RequestRule[] = [
  row('für|fuer|dauer|ca|etwa <duration>', (_, d) => length(d)),
  row('mit|für|fuer <people>', (_, p) => required(p)),
  row('mich|mir|ich', (c) => ({ kind: 'somebody', person: self(c, 'ich'), stranger: 'none' })),
  row('<somebody> und|sowie <people>', (_, a, b) => join(a, b)),
  row('<people> ist|wäre|waere? optional', (_, p) => optional(p)),
  row('optional|evtl|eventuell <people>', (_, p) => optional(p)),
  row('ohne <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('<when> oder|und <when>', (_, a, b) => ({ ...a, items: [...a.items, ...b.items] })),
  row('im|in|am|an <when>', (_, w) => w),
  row('nicht am|im? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('außer|ausser am? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<people> kann|können am|im? <when> nicht', (_, p, w) =>
    fact({ about: 'wish', people: p.people, when: w, strength: 'hard', only: false }),
  ),
  row('über|ueber|wegen|thema|betreff :?', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('um über|ueber', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('kurzes|kurzer|kurze|kurz', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row('so bald|früh|schnell wie möglich|moeglich', () => fact({ about: 'ranking', ranking: 'earliest' })),
  row('antworten bis <when>', (_, w) => fact({ about: 'answersBy', when: w })),
  row('<number> vorschläge|vorschlaege|optionen|termine', (_, n) =>
    n.value <= 5 ? fact({ about: 'options', count: n.value }) : undefined,
  ),
  row('vor ort|persönlich', () => fact({ about: 'online', online: false })),
  row('termin|treffen|besprechung|meeting|gespräch|gespraech|anruf|call', () =>
    weakFact({ about: 'ask', noun: 'weak' }),
  ),
  row(
    'plane|planen|vereinbare|vereinbaren|organisiere|finde|brauche|buche|möchte|moechte|will|lass|lasst',
    () => weakFact({ about: 'ask' }),
  ),
  row(
    'bitte|danke|hallo|uns|einen|eine|ein|einem|einer|den|dem|das|die|der|und|auch|noch|kannst|können|könnten|du|sie|wir|für|im|am|um|zu|zum|in|von|mit|hi|nur|mal',
    () => weakFact({ about: 'filler' }),
  ),
];
