import { inputRequired } from '@modelcontextprotocol/server';
import type { InputRequests } from '@modelcontextprotocol/server';
import type { DescribeMeeting } from '../../workers/client/describe-meeting.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { localSlotText } from './slot-text.ts';

/** A task's state: it is the meeting itself, so a restart of this server loses nothing. */
export type TaskState =
  | { readonly status: 'working'; readonly statusMessage: string }
  | {
      readonly status: 'input_required';
      readonly statusMessage: string;
      readonly inputRequests: InputRequests;
    }
  | { readonly status: 'completed'; readonly statusMessage: string }
  | { readonly status: 'cancelled'; readonly statusMessage: string };

const cancelWord = 'cancel';

/** Whether people still have to act before this meeting settles. */
export function isPending(view: Pick<MeetingView, 'status' | 'choice'>): boolean {
  return (view.status === 'searching' || view.status === 'proposed') && view.choice === undefined;
}

/** The question's name carries the version, so that a late answer to an older question decides nothing. */
function questionOf(view: MeetingView): string {
  return `choice-v${view.version}`;
}

type Decision =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'book'; readonly slot: Slot }
  | { readonly kind: 'propose'; readonly slot: Slot };

/** What the organizer can say: book a time that was put to people, or put another one to them. */
function options(view: MeetingView): readonly Exclude<Decision, { kind: 'cancel' }>[] {
  const { choice, proposal } = view;
  if (choice === undefined) return [];
  const onTable = proposal === undefined ? [] : [...choice.candidates, ...proposal.slots];
  const offered = [...choice.candidates, ...choice.concessions.flatMap(({ candidates }) => candidates)];
  const all = [
    ...onTable.map((slot) => ({ kind: 'book' as const, slot })),
    ...offered.map((slot) => ({ kind: 'propose' as const, slot })),
  ];
  return all
    .filter(({ slot }, index) => all.findIndex((other) => slotKey(other.slot) === slotKey(slot)) === index)
    .slice(0, 20);
}

function question(view: MeetingView, message: string): InputRequests {
  const listed = [
    ...options(view).map(({ kind, slot }) => ({
      const: slotKey(slot),
      title: `${kind === 'book' ? 'Book' : 'Propose'} ${localSlotText(slot, view.timeZone)}`,
    })),
    { const: cancelWord, title: 'Cancel the meeting' },
  ];
  return {
    [questionOf(view)]: inputRequired.elicit({
      message: `${view.title}: ${message}`,
      requestedSchema: {
        type: 'object',
        properties: { slot: { type: 'string', title: 'What to do', oneOf: listed } },
        required: ['slot'],
      },
    }),
  };
}

function progressOf(view: MeetingView): string {
  if (view.status === 'searching') return 'Looking for times.';
  const asked = view.attendees.filter(({ type }) => type === 'required');
  const waiting = asked
    .filter(({ approval }) => approval === 'pending')
    .map(({ person }) => person.displayName);
  const answered = `${asked.length - waiting.length} of ${asked.length} have answered.`;
  return waiting.length === 0 ? answered : `${answered} Waiting for ${waiting.join(', ')}.`;
}

export function taskState(view: MeetingView, describe: DescribeMeeting): TaskState {
  const { status } = view;
  const { choice, outcome } = describe(view, view.timeZone);
  if (status === 'cancelled')
    return { status: 'cancelled', statusMessage: outcome ?? 'The meeting was cancelled.' };
  if (status === 'confirmed') return { status: 'completed', statusMessage: 'The meeting is booked.' };
  if (choice !== undefined)
    return {
      status: 'input_required',
      statusMessage: choice,
      inputRequests: question(view, choice),
    };
  if (status === 'expired' || status === 'unschedulable')
    return { status: 'completed', statusMessage: outcome ?? `The meeting is ${status}.` };
  return { status: 'working', statusMessage: progressOf(view) };
}

/** What the organizer decided in an answer to the question that is open now; `undefined`: nothing that counts. */
export function decisionOf(
  view: MeetingView,
  responses: Readonly<Record<string, unknown>>,
): Decision | undefined {
  if (view.choice === undefined) return undefined;
  const response = responses[questionOf(view)];
  if (typeof response !== 'object' || response === null) return undefined;
  if (!('action' in response) || response.action !== 'accept' || !('content' in response)) return undefined;
  const { content } = response;
  const word =
    typeof content === 'object' && content !== null && 'slot' in content ? content.slot : undefined;
  if (word === cancelWord) return { kind: 'cancel' };
  const decided = options(view).find(({ slot }) => slotKey(slot) === word);
  if (decided === undefined) return undefined;
  const { start, end } = decided.slot;
  return { kind: decided.kind, slot: { start, end } };
}
