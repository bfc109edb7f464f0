import { length } from './duration-rows.ts';
import { join, optional, required, self } from './people-rows.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';

/** What French says around dates and lengths in a request. */
export const frenchRequestRows: readonly RequestRule[] = [
  row('de|pour|environ|pendant|durée <duration>', (_, d) => length(d)),
  row("d ' <duration>", (_, d) => length(d)),
  row('avec|pour <people>', (_, p) => required(p)),
  row('moi', (c) => ({ kind: 'somebody', person: self(c, 'moi'), stranger: 'none' })),
  row('<somebody> et|ainsi que? <people>', (_, a, b) => join(a, b)),
  row('<people> est|en? facultatif|optionnel|option', (_, p) => optional(p)),
  row('sans <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('<when> ou|et <when>', (_, a, b) => ({ ...a, items: [...a.items, ...b.items] })),
  row('pas le? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('sauf le? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<people> ne peut pas le? <when>', (_, p, w) =>
    fact({ about: 'wish', people: p.people, when: w, strength: 'hard', only: false }),
  ),
  row('sur|concernant|objet|sujet :?', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('pour parler|discuter de|du|des', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('au sujet de|du|des', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('à|a propos de|du|des', () => fact({ about: 'topic', field: 'title', keep: '' })),
  row('rapide|petit|petite|bref', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row('dès|des que possible', () => fact({ about: 'ranking', ranking: 'earliest' })),
  row('le plus tôt|tot|vite possible', () => fact({ about: 'ranking', ranking: 'earliest' })),
  row('réponses|reponses|réponse <when>', (_, w) => fact({ about: 'answersBy', when: w })),
  row('<number> propositions|options|créneaux|creneaux', (_, n) =>
    n.value <= 5 ? fact({ about: 'options', count: n.value }) : undefined,
  ),
  row('en personne|présentiel|presentiel', () => fact({ about: 'online', online: false })),
  row('réunion|reunion|rendez|rdv|appel|point|entretien|call|meeting', () =>
    weakFact({ about: 'ask', noun: 'weak' }),
  ),
  row(
    'planifie|planifier|organise|organiser|organisez|trouve|trouver|prévois|besoin|réserve|veux|voudrais|propose',
    () => weakFact({ about: 'ask' }),
  ),
  row(
    "s|il|te|vous|plaît|plait|merci|bonjour|salut|un|une|le|la|les|l|de|du|des|d|et|je|j|nous|on|peux|tu|pouvez|pour|à|a|en|au|avec|-|'|peut",
    () => weakFact({ about: 'filler' }),
  ),
];
