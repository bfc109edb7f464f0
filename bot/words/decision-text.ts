import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import type { NoLongerFree, OrganizerQuestion } from '../../workflows/domain/meeting/organizer-choice.ts';
import type { Outcome } from '../../workflows/domain/meeting/outcome.ts';
import { nameIn, namesIn } from './names.ts';
import type { Reader } from './reader.ts';
import { serviceText } from './service-text.ts';
import { slotText } from './times.ts';

/** Who is no longer free, when it was to be booked. */
export function takenText({ slot, people }: NoLongerFree, meeting: NamedMeeting, reader: Reader): string {
  const { history } = reader.words;
  return history.taken(namesIn(meeting, people, reader.words), slotText(slot, reader));
}

/** Why the organizer has to decide: one line, to be shown above buttons. */
export function questionText(question: OrganizerQuestion, meeting: NamedMeeting, reader: Reader): string {
  const { words } = reader;
  const { questions } = words.decisions;
  switch (question.reason) {
    case 'confirm':
      return questions.confirm;
    case 'roundsExhausted':
      return questions.roundsExhausted(question.rounds);
    case 'deadline':
      return questions.deadline(namesIn(meeting, question.silent, words));
    case 'noSlot': {
      const sentence = questions.noSlot(question.isBooked, question.problem !== undefined);
      const { problem } = question;
      return problem === undefined ? sentence : `${sentence} ${serviceText(problem, meeting, words)}`;
    }
    case 'conflict':
      return 'service' in question.because
        ? `${questions.notBooked} ${serviceText(question.because, meeting, words)}`
        : takenText(question.because, meeting, reader);
    case 'eventMoved':
      return words.troubles.moved(slotText(question.slot, reader));
    case 'eventDeclined':
      return words.troubles.declined(nameIn(meeting, question.personId, words), true);
  }
}

/** The same, and what can be done about it: for places without buttons. */
export function questionAndAdvice(
  question: OrganizerQuestion,
  meeting: NamedMeeting,
  reader: Reader,
): string {
  const { advice } = reader.words.decisions;
  const what = questionText(question, meeting, reader);
  const next =
    question.reason === 'noSlot' && question.isBooked ? advice.noOtherSlot : advice[question.reason];
  return `${what} ${next}`;
}

/** How a meeting ended. */
export function outcomeText(
  outcome: Outcome,
  meeting: NamedMeeting,
  { words }: Pick<Reader, 'words'>,
): string {
  const { outcomes } = words.decisions;
  switch (outcome.kind) {
    case 'cancelled':
      return outcomes.cancelled(nameIn(meeting, outcome.by, words), outcome.reason);
    case 'notAnswered':
      return outcomes.notAnswered(namesIn(meeting, outcome.silent, words));
    case 'notDecided':
      return outcomes.notDecided;
    case 'noTimes':
      return outcome.problem === undefined
        ? outcomes.noTimes
        : `${outcomes.noTimesFound} ${serviceText(outcome.problem, meeting, words)}`;
    case 'tookPlace':
      return outcomes.tookPlace;
  }
}
