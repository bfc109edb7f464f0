import { length } from './duration-rows.ts';
import { join, optional, required, self } from './people-rows.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';

/** What Spanish says around dates and lengths in a request. */
export const spanishRequestRows: readonly RequestRule[] = [
  row('de|por|durante|unos|unas <duration>', (_, d) => length(d)),
  row('con|para <people>', (_, p) => required(p)),
  row('yo|conmigo', (c) => ({ kind: 'somebody', person: self(c, 'yo'), stranger: 'none' })),
  row('<somebody> y|e <people>', (_, a, b) => join(a, b)),
  row('<people> es? opcional', (_, p) => optional(p)),
  row('sin <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('<when> o|u|y <when>', (_, a, b) => ({ ...a, items: [...a.items, ...b.items] })),
  row('no el? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('excepto|menos|salvo el? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<people> no puede el? <when>', (_, p, w) =>
    fact({ about: 'wish', people: p.people, when: w, strength: 'hard', only: false }),
  ),
  row('sobre|asunto|tema :?', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('para hablar de|del|sobre', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('acerca de|del', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('rápida|rapida|rápido|rapido|corta|breve', () =>
    weakFact({ about: 'duration', minutes: 15, weak: true }),
  ),
  row('lo antes posible', () => fact({ about: 'ranking', ranking: 'earliest' })),
  row('cuanto antes', () => fact({ about: 'ranking', ranking: 'earliest' })),
  row('respuestas|respuesta <when>', (_, w) => fact({ about: 'answersBy', when: w })),
  row('<number> opciones|propuestas|horarios', (_, n) =>
    n.value <= 5 ? fact({ about: 'options', count: n.value }) : undefined,
  ),
  row('en persona', () => fact({ about: 'online', online: false })),
  row('presencial', () => fact({ about: 'online', online: false })),
  row('reunión|reunion|llamada|cita|charla|meeting', () => weakFact({ about: 'ask', noun: 'weak' })),
  row(
    'programa|programar|agenda|agendar|organiza|organizar|busca|necesito|quiero|reserva|quisiera|propón',
    () => weakFact({ about: 'ask' }),
  ),
  row(
    'por|favor|gracias|hola|un|una|unos|el|la|los|las|de|del|y|me|nos|puedes|podemos|para|a|en|al|con',
    () => weakFact({ about: 'filler' }),
  ),
];
