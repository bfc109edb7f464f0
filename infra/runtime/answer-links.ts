import { signLink } from './signed-link.ts';
import type { AnswerLinks } from '../../workflows/ports/answer-links.ts';

/** Where the page for answers is; its token says whose answer it takes. */
export const answerPath = '/answer';

/** Links to the answer page, for mails to people whom Teams cannot reach. */
export function createAnswerLinks(input: {
  /** The address under which people's browsers reach the bot's web pages. */
  readonly publicUrl: string;
  readonly secret: string;
}): AnswerLinks {
  const { publicUrl, secret } = input;
  return {
    link: (claims) => `${publicUrl.replace(/\/+$/, '')}${answerPath}/${signLink(secret, claims)}`,
  };
}
