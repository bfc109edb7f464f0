import { length } from './duration-rows.ts';
import { shift } from './follow-up-rows.ts';
import { join, members, optional, required, self } from './people-rows.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import { when } from './single-whens.ts';
import { either } from './when-lists.ts';

/** What Spanish says around dates and lengths in a request. */
export const spanishRequestRows: readonly RequestRule[] = [
  row('de|por|durante|unos|unas <duration>', (_, d) => length(d)),
  row('con|para <people>', (_, p) => required(p)),
  row('yo|mí|conmigo', (c) => ({ kind: 'somebody', person: self(c, 'yo'), stranger: 'none' })),
  row('todos|todas los|las? aquí|aqui?', members),
  row('todo el equipo', members),
  row('todo el mundo', members),
  row('<somebody> ,|& <people>', (_, a, b) => join(a, b)),
  row('<somebody> y|e <people>', (_, a, b) => join(a, b)),
  row('<people> es? opcional', (_, p) => optional(p)),
  row('cambia|sustituye|reemplaza a? <people> por <people>', (_, out, p) =>
    fact({ about: 'replace', out: out.people, people: p.people }),
  ),
  row('<people> en lugar|vez de <people>', (_, p, out) =>
    fact({ about: 'replace', out: out.people, people: p.people }),
  ),
  row('añade|anade|agrega|incluye|invita también|tambien? a? <people>', (_, p) => required(p)),
  row('<people> también|tambien', (_, p) => required(p)),
  row('<people> si puede|es? posible?', (_, p) => optional(p)),
  row('sin <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('<when> o|u|y <when>', (_, a, b) => either(a, b)),
  row('mejor|más|mas bien? el? <when>', (_, w) => fact({ about: 'when', when: w })),
  row('<when> mejor', (_, w) => fact({ about: 'when', when: w })),
  row('<when> sería|seria|es|va|está mejor|bien|perfecto|ideal', (_, w) => fact({ about: 'when', when: w })),
  row('<when> en lugar|vez de|del <when>', (_, w) => fact({ about: 'when', when: w })),
  row('preferiblemente|idealmente|preferentemente <when>', (_, w) => fact({ about: 'prefer', when: w })),
  row('de preferencia <when>', (_, w) => fact({ about: 'prefer', when: w })),
  row('a ser posible <when>', (_, w) => fact({ about: 'prefer', when: w })),
  row('pero? no|nunca el|por|antes|después? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<duration> basta|bastan|es|son|máximo suficiente?', (_, d) => length(d)),
  row('<duration> más|mas tarde', (_, d) => shift(d, 1)),
  row('<duration> antes', (_, d) => shift(d, -1)),
  row('no el? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('excepto|menos|salvo el? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<people> no puede el? <when>', (_, p, w) =>
    fact({ about: 'wish', people: p.people, when: w, strength: 'hard', only: false }),
  ),
  row('sobre|hacia las|la <hour>', (_, { seconds, ambiguous }) =>
    fact({ about: 'when', when: when({ time: { seconds, ambiguous } }) }),
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
  row(
    'comida|almuerzo|cena|desayuno|café|cafe|taller|formación|presentación|entrevista|retrospectiva|demo',
    () => weakFact({ about: 'ask', noun: 'strong' }),
  ),
  row('reunión|reunion|llamada|cita|charla|meeting', () => weakFact({ about: 'ask', noun: 'weak' })),
  row(
    'programa|programar|agenda|agendar|organiza|organizar|busca|necesito|quiero|reserva|quisiera|propón',
    () => weakFact({ about: 'ask' }),
  ),
  row(
    'mejor|reunirnos|reunirme|vernos|ver|quedar|hablar|añade|pero|si|posible|podríamos|podrías|puede|pueden|podemos|querría|quería|quiere|tenemos|tengo|tener|hay|que|buscar|encontrar|encuentra|hacer|haz|ponme|pon|poner|aquí|juntos|juntas|algún|algun|alguna|momento|rato|tiempo|hueco|y|o|u|lo|le|se|su|mi|tu|es|está|sea|también|buenos|buenas|días|tardes|muchas|solo|sólo|más|menos|duración|disponible|necesitamos|queremos|¿|¡',
    () => weakFact({ about: 'filler' }),
  ),
  row(
    'por|favor|gracias|hola|un|una|unos|el|la|los|las|de|del|y|me|nos|puedes|podemos|para|a|en|al|con',
    () => weakFact({ about: 'filler' }),
  ),
];
