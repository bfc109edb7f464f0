const longestTitle = 200;
/** Words at a topic's edges that are not part of its name. */
const leading =
  /^(?:[\s"',:;-]|(?:the|our|a|an|my|his|her|their|your|some|der|die|das|den|dem|le|la|les|el|los|las)\s+(?=\S))+/i;
const trailing =
  /(?:[\s"',:;.!?(-]|\s+(?:please|pls|plz|thanks|thx|thank you|and|or|with|on|at|for|in|ok|okay|instead|as well|too))+$/i;

/** A task's title: the verb's base form and what it is done to. */
export function actionTitle(keep: string, words: string): string {
  const inner = words
    .slice(0, longestTitle * 2)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;-]+/, '')
    .replace(trailing, '');
  const title = `${keep} ${inner}`.trim().slice(0, longestTitle);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A title from the words of a topic: without article and courtesy, with an initial capital. */
export function titleOf(keep: string, words: string): string {
  const bare = words
    .slice(0, longestTitle * 2)
    .replace(/\s+/g, ' ')
    .replace(trailing, '');
  const inner = keep === '' ? bare.replace(leading, '') : bare.trim();
  const title = `${keep} ${inner}`.trim().slice(0, longestTitle);
  return title.charAt(0).toUpperCase() + title.slice(1);
}
