import type { Mention } from '../language/meaning/understanding.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { IncomingActivity, IncomingMention } from './activity-shape.ts';
import { mentionsOf } from './activity-shape.ts';

/** Characters of private use stand for mentions while the text is made plain; nobody's own survive. */
const firstPlaceholder = 0xe000;
const placeholders = /[\ue000-\uf8ff]/g;

/**
 * The words of a message, with every mention of a person as `@Name` in its place and those of the bot gone. Each
 * mention takes the next place where its words stand, so that of two people with one name both are meant.
 */
export function wordsOf(
  activity: IncomingActivity,
  personOf: (mention: IncomingMention) => Person | undefined,
): { readonly text: string; readonly mentions: readonly Mention[] } {
  const mentions = mentionsOf(activity).slice(0, 0xf8ff - firstPlaceholder);
  let marked = (activity.text ?? '').replaceAll(placeholders, ' ');
  for (const [index, mention] of mentions.entries()) {
    const isBot = mention.mentioned.id === activity.recipient.id;
    const sign = isBot ? ' ' : String.fromCharCode(firstPlaceholder + index);
    // A function, as `$` has a meaning in a replacement that is text.
    marked = isBot ? marked.replaceAll(mention.text, () => sign) : marked.replace(mention.text, () => sign);
  }
  const found: Mention[] = [];
  let text = '';
  for (const part of plainText(marked).split(/([\ue000-\uf8ff])/)) {
    const index = part.length === 1 ? part.charCodeAt(0) - firstPlaceholder : -1;
    const mention = index < 0 ? undefined : mentions[index];
    if (mention === undefined) {
      text += part;
      continue;
    }
    const person = personOf(mention);
    const words = `@${(person?.displayName ?? mention.mentioned.name ?? '').replaceAll(/\s+/g, ' ').trim()}`;
    found.push({ text: words, start: text.length, person });
    text += words;
  }
  return { text, mentions: found };
}

/** Teams sends simple HTML for some messages; tags go, entities become characters. */
function plainText(text: string): string {
  return text
    .replaceAll(/<\/?[a-z](?![^<>\s]*@)[^<>]{0,500}>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
