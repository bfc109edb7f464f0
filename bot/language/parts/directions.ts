/** Words by which something becomes earlier; all else that is shifted becomes later. */
const earlier =
  /^(?:earlier|sooner|forwards?|ahead|advanced?|früher|frueher|vor|nach vorn|vorne|vorziehen|vorgezogen|vorverleg\w*|zieh|tôt|avanc\p{L}*|adelant\p{L}*|antes|temprano)$/u;

/** Words by which something becomes shorter. */
const smaller =
  /^(?:shorter|shorten|less|cut|trim|reduce|off|kürzer|kuerzer|weniger|verkürz\p{L}*|kürz\p{L}*|moins|raccourci\p{L}*|menos|acort\p{L}*|reduc\p{L}*|courte?)$/u;

export const isEarlier = (word: string): boolean => earlier.test(word);

export const isSmaller = (word: string): boolean => smaller.test(word);
