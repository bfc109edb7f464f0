import type { CommandName } from '../meaning/sense.ts';
import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense } from '../meaning/sense.ts';

const confirm = (option: number): RequestSense => fact({ about: 'command', command: 'confirm', option });
const status = (_: unknown, { people }: { people: readonly NamedPerson[] }): RequestSense =>
  fact({ about: 'command', command: 'status', people });

const command = (name: CommandName) => () => fact({ about: 'command', command: name });
/** Commands only where neither a time nor a length is said: "ping Bob", "ping Bob for 20 minutes". */
const perhaps =
  (name: CommandName) =>
  (_: unknown, said?: { people: readonly NamedPerson[] }): RequestSense =>
    fact({
      about: 'command',
      command: name,
      doubtful: 'unlessTimed',
      ...(said === undefined ? {} : { people: said.people }),
    });
const remind = (_: unknown, { people }: { people: readonly NamedPerson[] }): RequestSense =>
  fact({ about: 'command', command: 'remind', people });

const answered =
  'answered|replied|responded|approved|accepted|voted|confirmed|declined|reacted|rsvped|answer|reply|respond|approve|accept|vote|confirm|decline|react|rsvp';
const anybody = 'everyone|everybody|anyone|anybody|someone|somebody|all|they|people|others';
const open = 'pending|open|outstanding|waiting|missing|due|unanswered|undecided';

const statuses: readonly RequestRule[] = [
  row('status', command('status')),
  row('status update', command('status')),
  row('status of|on|for|report?', command('status')),
  row(
    "what '? s|is the? current|latest? status|state|situation|progress|outcome|result of|with|on|for?",
    command('status'),
  ),
  row(
    'whats the? current|latest? status|state|situation|progress|outcome|result of|with|on|for?',
    command('status'),
  ),
  row('show|check|tell|give me? the? current|latest? status|state|progress of|on|for?', command('status')),
  row('how is|are|did', command('status')),
  row("how ' s", command('status')),
  row('hows', command('status')),
  row('where do we stand with|on|regarding?', command('status')),
  row('where are we with|on|at|regarding with|on?', command('status')),
  row("what '? s|is happening|going on|up? with", command('status')),
  row("what '? s|is the latest|plan|story on|with|for|about", command('status')),
  row(
    'any news|update|updates|progress|word|answer|answers|response on|about|from|regarding|with|to|for?',
    command('status'),
  ),
  row(
    'is|are there any? news|update|updates|progress|word|answer|answers|response on|about|from|regarding|with|to|for?',
    command('status'),
  ),
  row(`who has|have already? ${answered} already|yet? to|on|for?`, command('status')),
  row(`who '? s|all|else already? ${answered} already|yet? to|on|for?`, command('status')),
  row(`who ${answered} already|yet? to|on|for?`, command('status')),
  row(`who can|could|will make|come|attend it? to?`, command('status')),
  row("who '? s|is coming|attending|in|joining to?", command('status')),
  row(
    `has|have|had|did|do|does ${anybody} already|all? ${answered} already|yet? to|on|for?`,
    command('status'),
  ),
  row(`has|have|did|does|is <people> already? ${answered} already|yet?`, status),
  row('did|has|have|does <people> already? say|said|agree|agreed|give|given yes|no|ok|okay|to|an?', status),
  row('what did|does <people> say|answer|reply|respond|think', status),
  row('has|have|did <people> got|gotten|get|see|seen|received back|to|the|my|it|invite|invitation?', status),
  row('did it|that|this work|go|get out|through|booked?', command('status')),
];

const lists: readonly RequestRule[] = [
  row("when '? s|is|are my? the? next meeting|meetings|call|one", command('list')),
  row("what ' s on? my? calendar|agenda|schedule|diary? today|next|up|tomorrow?", command('list')),
  row("what '? s|is coming up|next", command('list')),
  row("what '? s|is my schedule|day|week|agenda", command('list')),
  row('list', command('list')),
  row(
    'list|show|see|display|view|get me|us? all|everything? of? my|the|our|these? open|upcoming|next|pending|current|scheduled? meetings|requests|proposals|invites|appointments|bookings',
    command('list'),
  ),
  row(
    'list|show|see|display|view me|us? everything|all|what i have|ve|organized|organised|got|planned|scheduled|open scheduled|planned|booked|open|going|got|on?',
    command('list'),
  ),
  row(
    'my|all|open|upcoming|our my|open|upcoming? meetings|requests|appointments|bookings|invites',
    command('list'),
  ),
  row('meetings|appointments|bookings|overview|agenda|schedule ?', command('list')),
  row(
    'what|which meetings|requests|appointments do|have|are i|we|there? have|got|organize|organise|open|planned|scheduled|coming? open|planned|scheduled|coming|up|pending|today|left?',
    command('list'),
  ),
  row(
    'what|which meetings|requests|appointments are open|planned|scheduled|coming|pending|upcoming|there up?',
    command('list'),
  ),
  row('what do|have i|we have|got on|planned|scheduled|booked|coming|open up?', command('list')),
  row('do|have i|we have|got any|more? open|upcoming|more? meetings|appointments|requests', command('list')),
  row("what '? s|is planned|scheduled|booked|lined for|up?", command('list')),
  row('give|tell|send me an? the? overview|list of|over? my|all|open? meetings?', command('list')),
];

const pendings: readonly RequestRule[] = [
  row('pending', command('pending')),
  row("what ' s? is? still? pending|open|outstanding|waiting", command('pending')),
  row(
    `what|whats|who|whos|which|whose is|are|answers|replies|votes|reply? is|are? still? ${open} on|for|with? people|others|me|answers|replies|us?`,
    command('pending'),
  ),
  row(`what|who ' s still? ${open} on|for|with? people|others|me|answers|replies|us?`, command('pending')),
  row(
    `anything|anyone|anybody|someone|something still? ${open} on|for|with? me|us|answers|replies?`,
    command('pending'),
  ),
  row(
    `is|are anyone|anybody|anything|someone|somebody|there still? ${open} for|from|on|with?`,
    command('pending'),
  ),
  row(
    `is|are anyone|anybody|anything|someone|somebody still? ${open} an? answers|answer|replies|reply|votes? for|to?`,
    command('pending'),
  ),
  row(`are|is any answers|replies|votes|responses|approvals still? ${open} for|from|on?`, command('pending')),
  row(
    'what|who|which|whose answers|replies|answer|reply? am|are i|we still? waiting|missing for|on',
    command('pending'),
  ),
  row(
    'what|who|which|whose answers|replies|answer|reply? am|are i|we still? waiting|missing',
    command('pending'),
  ),
  row("what ' s? on my plate", command('pending')),
  row('whats on my plate', command('pending')),
  row('is there? anything pending|open|outstanding|waiting|left|new|else for|on? me?', command('pending')),
  row('any pending|open|outstanding approvals|answers|requests|questions|ballots?', command('pending')),
  row(
    'is there? anything|something|more else? that? i|we still? need|needs|have|must to? answer|approve|vote|reply|do|decide',
    command('pending'),
  ),
  row('what needs|wants|requires my answer|attention|approval|vote|reply|decision', command('pending')),
  row('do i need|have to answer|approve|vote|reply|do|decide anything|something', command('pending')),
  row('what|which do i still? need|have to answer|approve|vote|reply|do|decide on|for?', command('pending')),
  row(
    'show|list me? my? pending|open|outstanding approvals|answers|ballots|questions|votes?',
    command('pending'),
  ),
  row('my pending|open? approvals|answers|votes|ballots', command('pending')),
  row(
    `who|which hasn|haven|hasnt|havent|has|have|didn|didnt|did|isn '? t|not? not? yet? ${answered} yet|already? to|on|for?`,
    command('pending'),
  ),
  row('who is|are|s still? missing|open|left|outstanding', command('pending')),
  row("who ' s still? missing|open|left|outstanding", command('pending')),
  row(
    'who else? still? has|have|needs|need to answer|reply|respond|vote|approve|accept|confirm to|for?',
    command('pending'),
  ),
];

const reminders: readonly RequestRule[] = [
  row('remind|nudge|chase up?', command('remind')),
  row(
    'send|give|issue out? a|another|the|some? friendly|gentle|quick? reminder|reminders|nudge|ping to|out?',
    command('remind'),
  ),
  row(
    'give|send|drop <people> another|a|the? friendly|gentle|quick|little? reminder|nudge|poke|push|kick|ping',
    remind,
  ),
  row('ping|poke|prod|bug <people>', perhaps('remind')),
  row('ask <people> again', remind),
  row('get an? answer|reply|response|vote out? from|of', command('remind')),
];

const moves: readonly RequestRule[] = [
  row('move|reschedule|postpone|shift|push|delay|defer|reshedule|rebook|replan', command('move')),
  row('push|put back|off', command('move')),
  row('change the? time|date|day|slot|hour of|for', command('move')),
  row('find|get a|another new|different|other|later|better time|slot|date|day for', command('move')),
  row('find|get another time|slot|date|day for', command('move')),
];

const cancels: readonly RequestRule[] = [
  row('cancel|scrap|delete|abort|withdraw|cancell|cancle|unbook|unschedule', command('cancel')),
  row('call off', command('cancel')),
  row('never mind', command('cancel')),
  row('nevermind|nvm', command('cancel')),
  row('forget it|that|about it|that?', command('cancel')),
];

const confirms: readonly RequestRule[] = [
  row('confirm', command('confirm')),
  row('book|take|lock it|that|this in?', command('confirm')),
  row('do|send|ship|schedule it|that|this|them out?', perhaps('confirm')),
  row('make it|this|that so|happen', command('confirm')),
  row('go ahead', command('confirm')),
  row('go for it|that|this', command('confirm')),
  row('go with it|that|this', command('confirm')),
  row('please? do so|it', command('confirm')),
  row("let ' s go", perhaps('confirm')),
  row('go ahead and book|take|choose|confirm|send|schedule it|that|them?', command('confirm')),
  row('approved', command('confirm')),
  row('book|take|choose|pick|use|confirm the? <ordinal> option|slot|one|time|choice|proposal?', (_, n) =>
    confirm(n.value),
  ),
  row('go ahead and book|take|choose|pick|use|confirm the? <ordinal> option|slot|one|time|choice?', (_, n) =>
    confirm(n.value),
  ),
  row(
    'do|prefer|want|like|select|with|for the? <ordinal> option|slot|one|choice|proposal|suggestion',
    (_, n) => confirm(n.value),
  ),
  row('go|going with|for the? <ordinal> option|slot|one|choice|proposal|suggestion?', (_, n) =>
    confirm(n.value),
  ),
  row(
    'book|take|choose|pick|use|confirm|do|prefer|want|like|select|with|for? option|slot|number|choice|proposal #? <number>',
    (_, n) => confirm(n.value),
  ),
  row('the? <ordinal> one|option|slot|choice|proposal|suggestion', (_, n) => confirm(n.value)),
  row('go|going with|for? option|slot|number|choice|proposal #? <number>', (_, n) => confirm(n.value)),
  row('option|slot|number|choice|proposal|# #? <number>', (_, n) => confirm(n.value)),
];

/** Words at a sentence's beginning that command rather than ask; what follows is what about. */
export const commandRows: readonly RequestRule[] = [
  ...statuses,
  ...lists,
  ...pendings,
  ...reminders,
  ...moves,
  ...cancels,
  ...confirms,
  row('help me|please?', () => fact({ about: 'command', command: 'help', doubtful: 'unlessAnybody' })),
  row('commands|manual|instructions|usage', command('help')),
  row('what else? can|do you else? do', command('help')),
  row('what else? can|do|should i say|ask|do|type|write', command('help')),
  row('what are you|your able|capabilities|features|commands|for|good?', command('help')),
  row('who are you', command('help')),
  row('how does|do|can|should this|that|it|you|i work|use|talk|schedule|start|book', command('help')),
  row('what else? is possible', command('help')),
  row('show|list|tell|give me? the|your|all? help|commands|options', command('help')),
];
