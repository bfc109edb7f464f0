/** Words by which something becomes earlier; all else that is shifted becomes later. */
const earlier =
  /^(?:earlier|sooner|forwards?|ahead|advanced?|früher|frueher|vor|nach vorn|vorne|vorziehen|vorgezogen|vorverleg\w*|zieh|tôt|avanc\p{L}*|adelant\p{L}*|antes|temprano)$/u;

/** Words by which something becomes shorter. */
const smaller =
  /^(?:shorter|shorten|less|cut|trim|reduce|off|kürzer|kuerzer|weniger|verkürz\p{L}*|kürz\p{L}*|moins|raccourci\p{L}*|menos|acort\p{L}*|reduc\p{L}*|courte?)$/u;

/** Verbs that move in time: "delay it an hour" is no length. */
const shifting =
  /^(?:delay\p{L}*|push\p{L}*|postpone\p{L}*|slide|bump|shift\p{L}*|repouss\p{L}*|décal\p{L}*|retard\p{L}*|report(?:e|er|ez)|avanc\p{L}*|verschieb\p{L}*|schieb\p{L}*|vorzieh\p{L}*|vorverleg\p{L}*|retras\p{L}*|aplaz\p{L}*|pospon\p{L}*|atras\p{L}*|adelant\p{L}*)$/u;

export const isShifting = (word: string): boolean => shifting.test(word);

export const isEarlier = (word: string): boolean => earlier.test(word);

export const isSmaller = (word: string): boolean => smaller.test(word);
