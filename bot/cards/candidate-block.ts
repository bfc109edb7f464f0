import type { Person, PersonId } from '../../workflows/domain/people/person.ts';
import type { Candidate, PersonReason } from '../../workflows/domain/slots/candidate.ts';
import { reasonText } from '../words/reasons.ts';
import type { Reader } from '../words/reader.ts';
import { clockText, placeText, slotText } from '../words/times.ts';
import type { Action, Element, TextRun } from './elements.ts';
import { line, run, sentence } from './elements.ts';

const maxPeopleShown = 6;

function personRuns(
  reason: PersonReason,
  person: Person,
  slot: Candidate,
  reader: Reader,
): readonly TextRun[] {
  const zone = person.timeZone;
  const local =
    zone === undefined || zone === reader.timeZone
      ? ''
      : ` ${clockText(slot.start, { ...reader, timeZone: zone })} (${placeText(zone, reader)})`;
  return [
    run(reason.suits ? '✓ ' : '✗ ', reason.suits ? { color: 'good' } : { color: 'attention' }),
    run(person.displayName),
    run(`${local} – ${reasonText(reason, reader.words)}`, { isSubtle: true }),
  ];
}

/** Everyone where few are asked; where many are, those with something to report. */
function reasonLines(
  slot: Candidate,
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
): readonly Element[] {
  const ofPeople = slot.reasons.filter(({ personId }) => people.has(personId));
  const telling =
    ofPeople.length <= maxPeopleShown ? ofPeople : ofPeople.filter(({ reason }) => reason !== 'free');
  const shown = telling.slice(0, maxPeopleShown).flatMap((reason) => {
    const person = people.get(reason.personId);
    return person === undefined ? [] : [line(personRuns(reason, person, slot, reader), { spacing: 'none' })];
  });
  const left = ofPeople.length - shown.length;
  return left > 0
    ? [
        ...shown,
        sentence(reader.words.cards.suggestion.othersFree(left), { isSubtle: true, spacing: 'none' }),
      ]
    : shown;
}

/** One time with its number, why it suits each person or not, and what can be done with it. */
export function candidateBlock({
  slot,
  number,
  people,
  reader,
  action,
}: {
  readonly slot: Candidate;
  readonly number: number;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly reader: Reader;
  readonly action: Action;
}): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      line([
        run(`${number}  `, { color: 'accent', weight: 'bolder' }),
        run(slotText(slot, reader), { weight: 'bolder' }),
      ]),
      ...reasonLines(slot, people, reader),
      { type: 'ActionSet', actions: [action] },
    ],
  };
}
