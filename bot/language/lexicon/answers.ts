import type { To } from '../meaning/frame.ts';

const ifNeedBe =
  /\b(?:if (?:need be|needed|necessary|i must|i have to|it must|there is no other|nothing else)|at a (?:push|pinch)|in a pinch|reluctantly|grudgingly|notfalls|zur not|wenn es sein muss|wenn['’]?s sein muss|wenn nötig|au besoin|si (?:nécessaire|besoin)|s['’]il le faut|à la rigueur|faute de mieux|si (?:hace falta|es necesario|no queda otra|no hay (?:más remedio|otra))|en último caso)\b/u;
const no =
  /(?<![\p{L}])(?:no|nope|nah|not|can['’]?t|cannot|won['’]?t|unable|decline[ds]?|reject(?:ed)?|refuse|impossible|regret(?:s|fully)?|unfortunately|busy|away|pass|out|skip|nein|nicht|leider|ablehnen|lehne|absagen|kein\p{L}*|unmöglich|verhindert|non|ne|pas|impossible|refuse|décline\p{L}*|indisponible|malheureusement|imposible|rechaz\p{L}*|declin\p{L}*|tampoco|ningun\p{L}*)(?![\p{L}])/u;
const yes =
  /(?<![\p{L}])(?:yes|yep|yeah|yup|ok|okay|sure|fine|works|accept(?:ed)?|approved?|agreed?|count me in|i['’]?m in|happy|great|perfect|ja|gerne?|passt|zusagen|zusage|dabei|einverstanden|oui|d['’]accord|accepte\p{L}*|convient|parfait|volontiers|sí|vale|acept\p{L}*|claro|perfecto|apunt\p{L}*)(?![\p{L}])/u;

/** What the words answer to a proposal; undefined where they say neither. */
export function answerIn(text: string): To['answer'] {
  const words = text.toLowerCase();
  if (ifNeedBe.test(words)) return 'ifNeedBe';
  if (
    /no (?:problem|objection|worries|hay problema)|kein problem|pas de (?:problème|souci)|why not/u.test(
      words,
    )
  )
    return 'yes';
  if (no.test(words)) return 'no';
  return yes.test(words) ? 'yes' : undefined;
}
