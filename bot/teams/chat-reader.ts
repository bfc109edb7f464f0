import type { Person } from '../../workflows/domain/people/person.ts';
import { tokenize } from '../language/grammar/token.ts';
import { tellingLocale } from '../language/lexicon/detect-locale.ts';
import type { Reader } from '../words/reader.ts';
import { createReader } from '../words/reader.ts';
import type { Words } from '../words/words.ts';
import { localeIn, wordsOf } from '../words/words-of.ts';
import type { IncomingActivity } from './activity-shape.ts';
import type { Sender } from './sender.ts';

/**
 * How the sender reads what is said back: in the language of their sentence where it tells one, else in that of the
 * conversation so far, else as Teams or their mailbox has it.
 */
export function chatReader(
  sender: Pick<Sender, 'locale'>,
  person: Person | undefined,
  { sentence, locale }: { readonly sentence?: string; readonly locale?: string } = {},
): Reader {
  const own = locale ?? sender.locale ?? person?.locale;
  return createReader({
    timeZone: person?.timeZone ?? 'UTC',
    locale: localeIn(tellingLocale(tokenize(sentence ?? '')), own),
    hourCycle: person?.hourCycle,
  });
}

/** The words to answer an activity in, where no more is known of its sender. */
export function wordsForActivity({ text, locale }: IncomingActivity): Words {
  return wordsOf(localeIn(tellingLocale(tokenize(text ?? '')), locale ?? undefined));
}
