import type { Token } from '../grammar/token.ts';
import type { CommandName } from '../meaning/sense.ts';

/** A sentence whose beginning and end command together; what stands between is what about. */
interface CommandFrame {
  readonly command: CommandName;
  /** Of the words in lower case, separated by one space; `topic` is what about. */
  readonly pattern: RegExp;
}

/** Longer sentences are no such commands. */
const longestFrame = 200;
const courtesy =
  '(?:(?:hey|hi|hello|ok|okay|so|well|please|pls|sorry|actually|assent|cortana|@|,|can you tell me|do you know|i think|i guess) )*';
const one = "(?:the|my|our|that|this|tomorrow ' s|today ' s|next week ' s|\\p{L}+day ' s)";
const settled =
  'confirmed|booked|scheduled|agreed|approved|finali[sz]ed|sorted|set|settled|happening|going ahead|accepted|cancelled|canceled|moved|on|planned|final|fixed';
const moved =
  'move|moved|shift|shifted|reschedule|rescheduled|push|pushed|postpone|postponed|delay|delayed|brought forward';

const frame = (command: CommandName, words: string): CommandFrame => ({
  command,
  pattern: new RegExp(
    `^${courtesy}${words}(?: (?:please|pls|thanks|yet|already|now|then|too))*[ ?.!]*$`,
    'du',
  ),
});

/** What no row can say: a verb after its object, and words before and after it. */
const frames: readonly CommandFrame[] = [
  frame(
    'status',
    `(?:is|are|was|were|has|have|did) (?<topic>${one} .{1,80}?) (?:been |get |still )?(?:${settled})`,
  ),
  frame('status', `(?:is|was|has) (?<topic>it|that|everything) (?:been |all |still )?(?:${settled})`),
  frame(
    'status',
    `(?:when|where|what time|at what time)(?: is| are| ' s|s| does| do| did| will)? (?<topic>${one} (?!.*\\b(?:free|available|availability|work|works|good|best|possible|next)\\b).{1,80}?)(?: be| start| take place| happen| scheduled(?: for)?| planned(?: for)?)?`,
  ),
  frame(
    'move',
    `(?<topic>${one} .{1,60}? (?:needs to|need to|has to|have to|must|should|can|could|can ' t happen and must) (?:be )?(?:${moved}).{0,80})`,
  ),
  frame('move', `(?:can|could|should|may) (?<topic>${one} .{1,60}? be (?:${moved}).{0,80})`),
  frame(
    'move',
    `(?:(?:can|could|should|may|let) (?:you|we|i|us) )?(?:bring|pull|take|push|put) (?<topic>${one} .{1,80}? (?:forward|ahead|back|off)\\b.{0,80})`,
  ),
  frame(
    'move',
    `(?:can|could) (?:we|you|i) (?:do|have|hold|make) (?<topic>${one} .{1,80}?) (?:instead|rather)`,
  ),
  frame(
    'cancel',
    `(?:i|we) (?:don ' t|dont|do not|no longer|won ' t|wont) need (?<topic>${one} .{1,80}?)(?: any ?more| any longer| after all)?`,
  ),
  frame(
    'cancel',
    `(?:there ' s |there is )?no (?:more )?need for (?<topic>${one} .{1,80}?)(?: any ?more| any longer| after all)?`,
  ),
  frame(
    'cancel',
    `(?<topic>${one} .{1,80}?) (?:is|' s|can be|should be) (?:off|cancelled|canceled|not happening|no longer needed|not needed(?: any ?more)?|dropped|called off)`,
  ),
  frame(
    'cancel',
    `(?:let ' s |lets |can we |could we |can you |we should )?(?:drop|kill|bin|ditch|skip|axe|remove|call off) (?<topic>${one} .{1,80}?)`,
  ),
  frame('cancel', `(?:let ' s |lets |can we |could we |can you )?call (?<topic>${one} .{1,80}?) off`),
];

/** The command that frames a whole sentence, and the tokens of what it is about. */
export function framedCommand(
  tokens: readonly Token[],
): { readonly command: CommandName; readonly from: number; readonly to: number } | undefined {
  const words = tokens.map(({ text }) => text).join(' ');
  if (words.length > longestFrame) return undefined;
  for (const { command, pattern } of frames) {
    const span = pattern.exec(words)?.indices?.groups?.['topic'];
    if (span === undefined) continue;
    const before = (offset: number): number =>
      words
        .slice(0, offset)
        .split(' ')
        .filter((word) => word !== '').length;
    return { command, from: before(span[0]), to: before(span[1]) };
  }
  return undefined;
}
