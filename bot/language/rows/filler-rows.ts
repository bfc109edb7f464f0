import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from '../meaning/sense.ts';

const ask = (): RequestSense => weakFact({ about: 'ask' });
const filler = (): RequestSense => weakFact({ about: 'filler' });

const sureFiller = (): RequestSense => fact({ about: 'filler' });

const asks: readonly RequestRule[] = [
  row(
    'schedule|sched|book|plan|arrange|organize|organise|setup|fix|reserve|find|meet|need|want|get|grab|propose|put|catch',
    ask,
  ),
  row('skedule|shedule|shcedule|scedule', ask),
  row('set up something?', ask),
  row('set something|anything up', ask),
  row('should|would|will|might do|work|suffice', sureFiller),
  row(
    'should|would|will|might be plenty|enough|sufficient|fine|ok|okay|good|great|perfect|ideal|lovely',
    sureFiller,
  ),
  row('schedule|sched|book|plan|arrange something', ask),
  row('find|have|get|need|make some? a? time|slot|gap|space|spot', ask),
  row('is there a|any? time|slot|gap|space|spot|chance|opening|room', ask),
  row('any time|slot|gap|space|opening for', ask),
  row('get|sit|come together', ask),
  row('speak', ask),
  row('finding|scheduling|booking|arranging|organising|organizing', ask),
  row('sort out?', ask),
  row('a quick|brief|short? word', ask),
  row('pencil|block|slot|squeeze in|off|out?', ask),
  row('pencil|block|connect|regroup|convene|reconnect|gather|hop|jump|request|requesting|requested', ask),
  row('hop|jump|get on a call', ask),
  row('put|get|add something|it in|on|into the|my|our|your? calendar|calendars|diary|books', ask),
];

const greetings: readonly RequestRule[] = [
  row('good morning|afternoon|evening|day', sureFiller),
  row('good morning|afternoon|evening|day <people>', sureFiller),
  row('hi|hey|hello|dear <people>', sureFiller),
  row('thank you', sureFiller),
  row('hope you|all are|re|is well|good|okay?', sureFiller),
  row("hope you ' re all? well|good|okay", sureFiller),
  row(
    'hope you|all had|have|having a|the good|great|lovely|nice? day|week|weekend|morning|afternoon|start',
    sureFiller,
  ),
  row(
    "hope you ' re having|enjoying a|the good|great|lovely|nice? day|week|weekend|morning|afternoon|start",
    sureFiller,
  ),
  row('hope this|that|it|your|the finds|works|helps|message you|week|day well|goes?', sureFiller),
  row('have a good|great|lovely|nice day|week|weekend|evening|one', sureFiller),
  row('good|great|nice to|working see|with you', sureFiller),
  row('quick|small|little|short favour|favor|request|ask|question|q', sureFiller),
  row('nothing|not|no too|super|that|very? urgent|rush|hurry|pressing|important|dramatic', sureFiller),
  row('no rush|hurry|pressure|stress', sureFiller),
  row('low priority', sureFiller),
  row('when|whenever you can|have|get|got a? moment|minute|second|sec|time|chance?', sureFiller),
  row("when|whenever|if he|she|they ' s|re free|available|around|in", sureFiller),
  row('when|whenever|if he|she|they is|are free|available|around|in', sureFiller),
  row('sorry|sry to|for bother|bothering|disturb|chase|spam you?', sureFiller),
  row('best|kind|warm|many thanks|regards|wishes', sureFiller),
  row("i|we would|'? d? appreciate|welcome|value it?", sureFiller),
  row('hi|hey|hello|dear|morning team|assent|assistant|bot|there assistant|bot?', sureFiller),
  row('next one', sureFiller),
  row('if that|it|this|you is|s|works|can ok|okay|fine|possible|convenient|suits|manage|please?', sureFiller),
  row("if that|it ' s ok|okay|fine|possible|convenient|alright", sureFiller),
  row('if possible|convenient|feasible|necessary', sureFiller),
  row('as discussed|agreed|mentioned|promised', sureFiller),
  row('as well', sureFiller),
  row('looks|sounds|seems good|great|fine|ok|okay|perfect|right|nice', sureFiller),
  row('my|our|the boss|manager|assistant|colleague|colleagues|client|clients|customer|customers', filler),
  row('the|these? following people|persons|colleagues|folks|attendees|participants?', filler),
  row('each other', sureFiller),
  row('one more|another thing', sureFiller),
  row('let us', sureFiller),
  row('would|do you mind', sureFiller),
  row('set aside', ask),
  row('put me|us down', ask),
  row("that '? s|is too|a|bit early|late|soon|long|short", sureFiller),
  row("my|our calendar|diary|schedule|day|afternoon|morning '? s|is open|free|clear|empty on?", sureFiller),
  row('calendar|diary|schedule|weather|time permitting', sureFiller),
  row('what|how about', sureFiller),
  row('squeeze|fit|lock in', sureFiller),
  row('thanks in advance', sureFiller),
  row('and co', sureFiller),
  row("i don ' t need|have to be there", sureFiller),
  row('take place', sureFiller),
  row('touch base', ask),
  row('in? between meetings', sureFiller),
  row('whichever|whatever comes|works|is|suits first|best|earlier|sooner|easiest?', sureFiller),
  row('it|that|this will|would|should|might|may take', sureFiller),
];

const heads = 'people|persons|participants|attendees|guests|pax';

const unsupported: readonly RequestRule[] = [
  row(`,? <number> ${heads}`, () => fact({ about: 'unsupported' })),
  row(`,? <number> or|to|- <number> ${heads}`, () => fact({ about: 'unsupported' })),
  row('<hourRange> h|hr|hrs|hours', () => fact({ about: 'unsupported' })),
  row('latest start is|at|:? <time>', () => fact({ about: 'unsupported' })),
  row('recurring|repeating|regular|regularly', () => fact({ about: 'unsupported' })),
  row('<recurring>', () => weakFact({ about: 'unsupported' })),
];

const fillerWords = [
  'smth|sth|sthg|smthg|sry|appreciate|dear',
  'oh|ah|aha|hm|nah|nope|yep|yup|ya|btw|fyi|lol|haha|wow|ooh|alright|no|ps|hiya|heya|howdy|greetings|all',
  'someone|somebody|anyone|anybody|person|persons|people|attendees|participants|following|side',
  'want|wants|wanted|need|needs|needed|ask|asks|asked|asking|wish|wishes|able|willing|ready|needing|wanting|called|titled|named|entitled|spare|preferably|input|clear|heya|aside',
  'give|gives|tell|let|reckon|guess|suppose|suppose|suggest|suggests|hopefully|throw|mean|means|meant|got|get|gets|getting|having|doing|going|go|come|coming|join|joining|attend|attending',
  'better|nicer|easier|easiest|ideal|perfect|lovely|brilliant|super|awesome|plenty|sufficient|cool|fab|ideally|preferable',
  'too|else|instead|rather|even|quite|pretty|somehow|whatever|whichever|anyway|though|although|because|coz|cause|since|again|now',
  'gap|opening|space|spot|thing|things|stuff|lot|lots|bit|little|more|less|most|much|many|few|idea|change|changed|plan|plans|moment',
  'been|being|had|having|done|doesnt|dont|isnt|wont|cant|couldnt|shouldnt|wouldnt|im|ive|id|ill|lets|were|youre|theyre|whats|hows|gonna|wanna|gotta|kinda',
  'yo|enough|longer|say|sit|down|point|whenever|looking|chance|chances|same|suit|suits|nothing|um|uh|erm|er|hmm|guys|folks|take|takes|taking|pop|still|already|calendar|calendars|diary|set|put|within|love|check|see|know|think|wondering|wonder|starting|begin|beginning|start|hoping|hope|possibly|fine|free|soon|really|something|somewhere|u|ur|actually|sorry|please|pls|plz|kindly|thanks|thx|ty|cheers|hi|hey|hello|ok|okay|assent|cortana|just|so|also|then|well|yes|yeah|sure',
  'can|could|would|will|shall|should|may|might|must|let|lets|do|does|did|is|are|be|am|was|have|has|had|try|like|help|make',
  'i|we|you|it|us|they|them|he|she|that|this|these|those|there|my|our|your|their|his|her|its',
  'a|an|the|some|any|and|or|but|to|for|of|in|on|at|by|with|from|between|up|out|off|over|as|if|when|where|which|who|what|how',
  'time|times|meet|everyone|everybody|all|constraints|schedule|works|work|possible|together|available|availability',
  'not|only|really|very|maybe|perhaps|sometime|anytime|either|both|each|later|around|about|long|new|one|good|great|best',
  '.|,|!|?|;|:|-|(|)|"|\'|…|/|&|s|ll|d|re|ve|m|t|w|*|🙏|🙂|👍',
];

const phrases: readonly RequestRule[] = [
  row('you need to', sureFiller),
  row("find a time that works for everyone ' s schedule and constraints", sureFiller),
  row('that works for everyone|everybody|all|us|both', sureFiller),
  row('within|in|during|between the work hours of', sureFiller),
  row('the group would like to meet', sureFiller),
  row('you would like to schedule the meeting', sureFiller),
];

/** Words that ask for a meeting, and words that say nothing by themselves. */
export const fillerRows: readonly RequestRule[] = [
  ...unsupported,
  ...greetings,
  ...asks,
  ...phrases,
  ...fillerWords.map((words) => row(words, filler)),
];
