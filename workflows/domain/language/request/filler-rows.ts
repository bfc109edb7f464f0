import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from './sense.ts';

const ask = (): RequestSense => weakFact({ about: 'ask' });
const filler = (): RequestSense => weakFact({ about: 'filler' });

const sureFiller = (): RequestSense => fact({ about: 'filler' });
const named = (): RequestSense => weakFact({ about: 'ask', noun: 'strong' });
const kindOf = (): RequestSense => weakFact({ about: 'ask', noun: 'weak' });

const asks: readonly RequestRule[] = [
  row(
    'schedule|sched|book|plan|arrange|organize|organise|setup|fix|reserve|find|meet|need|want|get|grab|propose|put|catch',
    ask,
  ),
  row('skedule|shedule|shcedule|scedule', ask),
  row('set up something?', ask),
  row('set something|anything up', ask),
  row('should do|work|suffice', sureFiller),
  row('schedule|sched|book|plan|arrange something', ask),
  row('find|have|get|need|make some? a? time|slot', ask),
  row('get|sit|come together', ask),
  row('speak', ask),
];

/** Kinds of meetings: "a design review"; weak ones name nothing by themselves. */
const kinds: readonly RequestRule[] = [
  row(
    'meeting|call|chat|sync|appointment|huddle|discussion|conversation|session|catchup|talk|slot|conference',
    kindOf,
  ),
  row(
    'intro|introduction|group|crit|critique|seminar|tutorial|lecture|supervision|rehearsal|webinar|checkpoint|pitch|forum|committee|roundtable|panel|clinic',
    kindOf,
  ),
  row('catch -? up', kindOf),
  row('check -? in', kindOf),
  row('conference call', kindOf),
  row(
    'review|workshop|interview|retro|retrospective|standup|demo|brainstorm|brainstorming|training|onboarding',
    named,
  ),
  row(
    'kickoff|offsite|townhall|planning|debrief|walkthrough|prep|presentation|briefing|handover|refinement|grooming',
    named,
  ),
  row('coffee|beer|drinks|walk|lunch|breakfast|dinner', named),
  row('stand - up', named),
  row('kick - off', named),
  row('follow -? up', named),
  row('followup', named),
  row('town hall', named),
  row('all -? hands', named),
  row('1 : 1', named),
  row('1 -? on -? 1', named),
  row('one -? on -? one', named),
  row('one -? to -? one', named),
  row('post -? mortem', named),
];

const greetings: readonly RequestRule[] = [
  row('good morning|afternoon|evening|day', sureFiller),
  row('good morning|afternoon|evening|day <people>', sureFiller),
  row('hi|hey|hello|dear <people>', sureFiller),
  row('thank you', sureFiller),
  row('what|how about', sureFiller),
  row('squeeze|fit in', sureFiller),
  row('thanks in advance', sureFiller),
  row('and co', sureFiller),
  row("i don ' t need|have to be there", sureFiller),
  row('take place', sureFiller),
  row('touch base', ask),
  row('in? between meetings', sureFiller),
  row('whichever|whatever comes|works|is|suits first|best|earlier|sooner|easiest?', sureFiller),
  row('it|that|this will|would|should|might|may take', sureFiller),
];

const unsupported: readonly RequestRule[] = [
  row('recurring|repeating|regular|regularly', () => fact({ about: 'unsupported' })),
  row('<recurring>', () => weakFact({ about: 'unsupported' })),
];

const fillerWords = [
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
  ...kinds,
  ...phrases,
  ...fillerWords.map((words) => row(words, filler)),
];
