import { row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from './sense.ts';

const ask = (): RequestSense => weakFact({ about: 'ask' });
const filler = (): RequestSense => weakFact({ about: 'filler' });

const asks: readonly RequestRule[] = [
  row(
    'schedule|book|plan|arrange|organize|organise|setup|fix|reserve|find|meet|need|want|get|grab|propose|put',
    ask,
  ),
  row('set up|something', ask),
  row(
    'meeting|call|chat|sync|catchup|appointment|meet|huddle|discussion|conversation|session|slot|talk',
    ask,
  ),
  row('catch -? up', ask),
  row('find|have|get some? a? time|slot', ask),
  row('get|sit together', ask),
];

const fillerWords = [
  'please|pls|plz|kindly|thanks|thx|ty|cheers|hi|hey|hello|ok|okay|assent|cortana|just|so|also|then|well|yes|yeah|sure',
  'can|could|would|will|shall|should|may|might|must|let|lets|do|does|did|is|are|be|am|was|have|has|had|try|like|help|make',
  'i|we|you|it|us|they|them|he|she|that|this|these|those|there|my|our|your|their|his|her|its',
  'a|an|the|some|any|and|or|but|to|for|of|in|on|at|by|with|from|between|up|out|off|over|as|if|when|where|which|who|what|how',
  'time|times|meet|everyone|everybody|all|constraints|schedule|works|work|group|possible|together|available|availability',
  'not|only|really|very|maybe|perhaps|sometime|anytime|either|both|each|later|around|about|long|new|one|good|great|best',
  '.|,|!|?|;|:|-|(|)|"|\'|…|/|&|s|ll|d|re|ve|m|t|w|*|🙏|🙂|👍',
];

const phrases: readonly RequestRule[] = [
  row('you need to', filler),
  row("find a time that works for everyone ' s schedule and constraints", filler),
  row('that works for everyone|everybody|all|us|both', filler),
  row('within|in|during|between the work hours of', filler),
  row('the group would like to meet', filler),
  row('you would like to schedule the meeting', filler),
];

/** Words that ask for a meeting, and words that say nothing by themselves. */
export const fillerRows: readonly RequestRule[] = [
  ...asks,
  ...phrases,
  ...fillerWords.map((words) => row(words, filler)),
];

export const fillerVocabulary = fillerWords.flatMap((words) => words.split('|'));
