import { secondsOf } from '../dates/units.ts';
import { length } from './duration-rows.ts';
import { shift } from './follow-up-rows.ts';
import { join, members, optional, required, self } from './people-rows.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import { either } from './when-lists.ts';

const longestAfterPour = 4 * 3600;

/** What French says around dates and lengths in a request. */
export const frenchRequestRows: readonly RequestRule[] = [
  row('de|environ|pendant|durée <duration>', (_, d) => length(d)),
  // "pour 5h30" is a clock.
  row('pour <duration>', (_, d) => (secondsOf(d) <= longestAfterPour ? length(d) : undefined)),
  row("d ' <duration>", (_, d) => length(d)),
  row('avec|pour <people>', (_, p) => required(p)),
  row('moi', (c) => ({ kind: 'somebody', person: self(c, 'moi'), stranger: 'none' })),
  row('tout le monde ici?', members),
  row("toute l ' équipe|equipe", members),
  row('nous tous', members),
  row('<somebody> ,|& <people>', (_, a, b) => join(a, b)),
  row('<somebody> et|ainsi que? <people>', (_, a, b) => join(a, b)),
  row('<people> est|en? facultatif|optionnel|option', (_, p) => optional(p)),
  row('remplace|remplacer|échange <people> par|contre <people>', (_, out, p) =>
    fact({ about: 'replace', out: out.people, people: p.people }),
  ),
  row('<people> au lieu|place de <people>', (_, p, out) =>
    fact({ about: 'replace', out: out.people, people: p.people }),
  ),
  row('ajoute|ajouter|invite|inviter|rajoute aussi? <people>', (_, p) => required(p)),
  row('<people> aussi|également', (_, p) => required(p)),
  row('<people> si possible', (_, p) => optional(p)),
  row('sans <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('<when> ou|et <when>', (_, a, b) => either(a, b)),
  row('plutôt|plutot|mieux|disons <when>', (_, w) => fact({ about: 'when', when: w })),
  row('<when> plutôt|plutot', (_, w) => fact({ about: 'when', when: w })),
  row('<when> serait|est|irait|convient|va mieux|bien|parfait|préférable|idéal?', (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('<when> au lieu|place de|du <when>', (_, w) => fact({ about: 'when', when: w })),
  row('de préférence|preference <when>', (_, w) => fact({ about: 'prefer', when: w })),
  row('idéalement|idealement|préférablement|si possible? <when>', (_, w) =>
    fact({ about: 'prefer', when: w }),
  ),
  row('<when> de préférence|preference', (_, w) => fact({ about: 'prefer', when: w })),
  row('mais? pas|jamais le|avant|après? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<duration> suffit|suffisent|suffira|max|maximum', (_, d) => length(d)),
  row('<duration> plus tard', (_, d) => shift(d, 1)),
  row('<duration> plus tôt|tot', (_, d) => shift(d, -1)),
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
  row('déjeuner|dejeuner|dîner|café|atelier|formation|présentation|rétrospective|bilan|entrevue|démo', () =>
    weakFact({ about: 'ask', noun: 'strong' }),
  ),
  row('rendez - vous', () => weakFact({ about: 'ask', noun: 'weak' })),
  row('réunion|reunion|rendez|rdv|appel|point|entretien|call|meeting', () =>
    weakFact({ about: 'ask', noun: 'weak' }),
  ),
  row(
    'planifie|planifier|organise|organiser|organisez|trouve|trouver|prévois|besoin|réserve|veux|voudrais|propose',
    () => weakFact({ about: 'ask' }),
  ),
  row(
    'plutôt|plutot|voir|rencontrer|préférence|preference|mais|si|possible|ici|mieux|serait|mets|mettre|fais|faire|fixer|fixe|caler|cale|prendre|prévoir|pouvons|pourriez|pourrais|pourrait|pourrions|aimerais|souhaite|souhaiterais|voulons|devons|dois|faut|ensemble|vers|environ|me|moi|tous|svp|stp|bonsoir|coucou|aussi|est|que|qu|ce|cette|y|ou|temps|dispo|disponible|disponibles|parler|discuter|juste|bien|encore|durée',
    () => weakFact({ about: 'filler' }),
  ),
  row(
    "s|il|te|vous|plaît|plait|merci|bonjour|salut|un|une|le|la|les|l|de|du|des|d|et|je|j|nous|on|peux|tu|pouvez|pour|à|a|en|au|avec|-|'|peut",
    () => weakFact({ about: 'filler' }),
  ),
];
