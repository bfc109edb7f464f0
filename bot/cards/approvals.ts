import { isOrganizing } from '../../workflows/domain/meeting/role.ts';
import type { AttendeeView, MeetingView } from '../../workflows/domain/meeting/view.ts';
import { asksNobody } from '../../workflows/domain/policy/policy.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { slotText } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import type { Element, TextRun } from './elements.ts';
import { line, run, sentence } from './elements.ts';
import type { CardReader } from './reader.ts';

const maxNames = 12;

/** The state of one answer: a sign and a word, so that neither colour nor sign is needed alone. */
function stateRuns(
  attendee: AttendeeView,
  { mayRead, isUnasked }: { readonly mayRead: boolean; readonly isUnasked: boolean },
  words: Words,
): readonly TextRun[] {
  const { cards, facts } = words;
  const name = run(attendee.person.displayName);
  const optional = attendee.type === 'optional' ? [run(` ${cards.optionalMark}`, { isSubtle: true })] : [];
  const comment = attendee.ballot?.comment;
  const said = mayRead && comment !== undefined ? [run(` ${cards.quote(comment)}`, { isSubtle: true })] : [];
  switch (attendee.approval) {
    case 'approved':
      return [
        run('✓ ', { color: 'good' }),
        name,
        ...optional,
        run(` ${facts.approvals.approved}`, { isSubtle: true }),
        ...said,
      ];
    case 'rejected':
      return [
        run('✗ ', { color: 'attention' }),
        name,
        ...optional,
        run(` ${facts.approvals.rejected}`, { isSubtle: true }),
        ...said,
      ];
    case 'pending':
      return [
        run('… '),
        name,
        ...optional,
        run(` ${isUnasked ? words.cards.answers.invited : pendingText(attendee, words)}`, { isSubtle: true }),
      ];
  }
}

function pendingText({ reachedBy }: AttendeeView, { cards, facts }: Words): string {
  if (reachedBy === 'unreached') return cards.answers.unreached;
  return reachedBy === 'mail' ? cards.answers.askedByMail : facts.approvals.pending;
}

/** Who has answered and how; those who have not come first where there are many. */
export function approvalLines(view: MeetingView, reader: CardReader): readonly Element[] {
  const isOrganizer = isOrganizing(view, reader.personId);
  const isUnasked = asksNobody(view.policy);
  const order = { rejected: 0, pending: 1, approved: 2 };
  const sorted =
    view.attendees.length > maxNames
      ? [...view.attendees].sort((one, other) => order[one.approval] - order[other.approval])
      : view.attendees;
  const shown = sorted
    .slice(0, maxNames)
    .map((attendee) =>
      line(stateRuns(attendee, { mayRead: isOrganizer, isUnasked }, reader.words), { spacing: 'small' }),
    );
  const left = sorted.length - shown.length;
  return left > 0
    ? [...shown, sentence(reader.words.cards.andMore(left), { isSubtle: true, spacing: 'small' })]
    : shown;
}

/** `2 of 3 have answered` */
export function answeredText(view: MeetingView, { words }: Reader): string {
  const answered = view.attendees.filter(({ approval }) => approval !== 'pending').length;
  return words.cards.answers.count(answered, view.attendees.length);
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
      run(`  ${reader.words.cards.answers.tally(counts.yes, counts.ifNeedBe, counts.no)}`, {
        isSubtle: true,
      }),
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
              run(`${reader.words.cards.answers.suggests(person.displayName)} `),
              run(slotText(ballot.counterProposal, reader), { weight: 'bolder' }),
            ],
            { spacing: 'small' },
          ),
        ],
  );
}
