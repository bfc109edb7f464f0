import type { Token } from '../grammar/token.ts';

const meal =
  /^(?:lunch|breakfast|dinner|mittagessen|abendessen|frühstück|déjeuner|dejeuner|dîner|almuerzo|comida|cena|desayuno)$/;
const notEaten =
  /^(?:before|after|at|to|over|during|by|until|from|vor|nach|beim|zum|dem|avant|après|apres|pendant|antes|después|despues|de|del|durante)$/;

/** "lunch with Bob" is a meal that is eaten, "after lunch" only a time. */
export function isMeal(tokens: readonly Token[], at: number): boolean {
  return meal.test(tokens[at]?.text ?? '') && !notEaten.test(tokens[at - 1]?.text ?? '');
}
