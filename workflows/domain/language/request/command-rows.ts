import type { CommandName } from '../command-name.ts';
import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense } from './sense.ts';

const confirm = (option: number): RequestSense => fact({ about: 'command', command: 'confirm', option });
const status = (_: unknown, { people }: { people: readonly NamedPerson[] }): RequestSense =>
  fact({ about: 'command', command: 'status', people });

const command = (name: CommandName) => () => fact({ about: 'command', command: name });

/** Words at a sentence's beginning that command rather than ask; what follows is what about. */
export const commandRows: readonly RequestRule[] = [
  row('status', command('status')),
  row("what ' s the? status of?", command('status')),
  row('what is the? status of?', command('status')),
  row('whats the? status of?', command('status')),
  row('show|check the? status of?', command('status')),
  row('how is|are', command('status')),
  row("how ' s", command('status')),
  row('where do we stand with|on?', command('status')),
  row('where are we with|on', command('status')),
  row('any news|update|updates on|about?', command('status')),
  row('who has|have answered|replied|responded|approved|accepted|voted to|on|for?', command('status')),
  row(
    'has|have everyone|everybody answered|replied|responded|approved|accepted|voted to|on|for?',
    command('status'),
  ),
  row(
    'has|have|did <people> answered|replied|responded|voted|approved|accepted|answer|reply|respond yet?',
    status,
  ),
  row('what did <people> say|answer', status),
  row('when is|s my? the? next meeting', command('list')),
  row("what ' s on? my? calendar|agenda|schedule? today|next|up?", command('list')),
  row('list all? my? open? meetings|requests?', command('list')),
  row('show|list|see me? all? of? my|the open? meetings|requests|proposals', command('list')),
  row('my meetings|requests', command('list')),
  row('what|which meetings do|have i? have|organize|organise?', command('list')),
  row('pending', command('pending')),
  row("what ' s? is? still? pending|open|outstanding|waiting", command('pending')),
  row('whats|what is|still? pending|open|outstanding', command('pending')),
  row(
    "what|whats|anything|who|whos '? s|is|are? still? waiting|outstanding|pending|open|missing on|for? people|others|me|answers|replies?",
    command('pending'),
  ),
  row("what ' s? on my plate", command('pending')),
  row('whats on my plate', command('pending')),
  row('is there? anything pending|open|outstanding|waiting for|on? me?', command('pending')),
  row('any pending|open|outstanding approvals|answers|requests|questions|ballots?', command('pending')),
  row('what needs my answer|attention|approval|vote', command('pending')),
  row('who am i|are we still? waiting for|on', command('pending')),
  row('what is pending|open|outstanding', command('pending')),
  row('what do i need|have to answer|approve', command('pending')),
  row('show|list me? my? pending|open|outstanding approvals|answers|ballots|questions?', command('pending')),
  row('my approvals', command('pending')),
  row(
    "who hasn|hasnt|has ' t? not? answered|replied|responded|approved|voted yet? to|on|for?",
    command('pending'),
  ),
  row('who is still? missing', command('pending')),
  row('who still has|have|needs|need to answer|reply|respond|vote|approve', command('pending')),
  row('who else? needs to answer|reply|respond|vote|approve', command('pending')),
  row('remind|nudge|chase', command('remind')),
  row('send a? reminder|reminders to?', command('remind')),
  row('move|reschedule|postpone|shift|push', command('move')),
  row('push back', command('move')),
  row('change the time of', command('move')),
  row('find a new time|slot for', command('move')),
  row('cancel|scrap|delete|abort|withdraw', command('cancel')),
  row('call off', command('cancel')),
  row('never mind', command('cancel')),
  row('nevermind', command('cancel')),
  row('forget it', command('cancel')),
  row('confirm', command('confirm')),
  row('book|take|lock it|that|this in?', command('confirm')),
  row('go ahead', command('confirm')),
  row('go ahead and book|take|choose|confirm it|that?', command('confirm')),
  row('book|take|choose|pick|use|confirm the? <ordinal> option|slot|one|time|choice|proposal?', (_, n) =>
    confirm(n.value),
  ),
  row('go ahead and book|take|choose|pick|use|confirm the? <ordinal> option|slot|one|time|choice?', (_, n) =>
    confirm(n.value),
  ),
  row('the <ordinal> one|option|slot|choice', (_, n) => confirm(n.value)),
  row('book|take|choose|pick|use|confirm? option|slot|number <number>', (_, n) => confirm(n.value)),
  row('help', command('help')),
  row('what can|do you do?', command('help')),
  row('how does|do this|that|it|you|i work|use?', command('help')),
];
