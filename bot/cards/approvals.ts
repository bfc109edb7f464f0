import type { Answer } from '../../workflows/domain/ballots/ballot.ts';
import type { AttendeeView, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Element, TextRun } from './elements.ts';
import { line, run, words } from './elements.ts';
import type { Reader } from './reader.ts';
import { slotText } from './zoned-time.ts';

const maxNames = 12;

export const answerWords: Readonly<Record<Answer, string>> = {
  yes: 'Yes',
  ifNeedBe: 'If need be',
  no: 'No',
};

/** The state of one answer: a sign and a word, so that neither colour nor sign is needed alone. */
function stateRuns(attendee: AttendeeView, mayRead: boolean): readonly TextRun[] {
  const name = run(attendee.person.displayName);
  const optional = attendee.type === 'optional' ? [run(' (optional)', { isSubtle: true })] : [];
  const comment = attendee.ballot?.comment;
  const said = mayRead && comment !== undefined ? [run(` “${comment}”`, { isSubtle: true })] : [];
  switch (attendee.approval) {
    case 'approved':
      return [run('✓ ', { color: 'good' }), name, ...optional, run(' approved', { isSubtle: true }), ...said];
    case 'rejected':
      return [
        run('✗ ', { color: 'attention' }),
        name,
        ...optional,
        run(' declined', { isSubtle: true }),
        ...said,
      ];
    case 'pending':
      return [run('… '), name, ...optional, run(` ${pendingWords(attendee)}`, { isSubtle: true })];
  }
}

function pendingWords({ reachedBy }: AttendeeView): string {
  if (reachedBy === 'unreached') return 'could not be reached';
  return reachedBy === 'mail' ? 'asked by mail' : 'no answer yet';
}

/** Who has answered and how; those who have not come first where there are many. */
export function approvalLines(view: MeetingView, reader: Reader): readonly Element[] {
  const isOrganizer = view.organizer.id === reader.personId;
  const order = { rejected: 0, pending: 1, approved: 2 };
  const sorted =
    view.attendees.length > maxNames
      ? [...view.attendees].sort((one, other) => order[one.approval] - order[other.approval])
      : view.attendees;
  const shown = sorted
    .slice(0, maxNames)
    .map((attendee) => line(stateRuns(attendee, isOrganizer), { spacing: 'small' }));
  const left = sorted.length - shown.length;
  return left > 0 ? [...shown, words(`and ${left} more`, { isSubtle: true, spacing: 'small' })] : shown;
}

/** `2 of 3 have answered` */
export function answeredText(view: MeetingView): string {
  const answered = view.attendees.filter(({ approval }) => approval !== 'pending').length;
  const all = view.attendees.length;
  if (all === 1) return answered === 1 ? 'The answer is here' : 'No answer yet';
  return answered === all ? `All ${all} have answered` : `${answered} of ${all} have answered`;
}

/** One slot of a vote with its tally: `✓ 2  ~ 1  ✗ 0`, in words. */
export function tallyLine(view: MeetingView, slot: Slot, reader: Reader): Element {
  const counts = { yes: 0, ifNeedBe: 0, no: 0 };
  for (const { ballot } of view.attendees) {
    const given = ballot?.answers[slotKey(slot)];
    if (given !== undefined) counts[given] += 1;
  }
  return line(
    [
      run(slotText(slot, reader), { weight: 'bolder' }),
      run(`  ${counts.yes} yes, ${counts.ifNeedBe} if need be, ${counts.no} no`, { isSubtle: true }),
    ],
    { spacing: 'small' },
  );
}

/** Other times that people asked for, for the organizer. */
export function counterProposalLines(view: MeetingView, reader: Reader): readonly Element[] {
  return view.attendees.flatMap(({ person, ballot }) =>
    ballot?.counterProposal === undefined
      ? []
      : [
          line(
            [
              run(`${person.displayName} suggests `),
              run(slotText(ballot.counterProposal, reader), { weight: 'bolder' }),
            ],
            { spacing: 'small' },
          ),
        ],
  );
}
