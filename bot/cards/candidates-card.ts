import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { Person, PersonId } from '../../workflows/domain/people/person.ts';
import type { Candidate, PersonReason } from '../../workflows/domain/slots/candidate.ts';
import type { Concession, Obstacle } from '../../workflows/domain/slots/search-input.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { button, commentForm } from './buttons.ts';
import type { Action, AdaptiveCard, Element, TextRun } from './elements.ts';
import { adaptiveCard, heading, line, run, words } from './elements.ts';
import { listText } from './meeting-lines.ts';
import { concessionText, obstacleText, reasonText } from './reason-words.ts';
import type { ZonedReader } from './zoned-time.ts';
import { durationText, slotText, timeOf, zoneName } from './zoned-time.ts';

/** A request that is being talked about, with what was found for it. */
export interface Suggestion {
  readonly draftId: string;
  readonly request: MeetingRequest;
  /** What was understood, a phrase each, where the card is the first about a request. */
  readonly understood: readonly string[];
  /** Words that were not understood. */
  readonly leftover: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly obstacles: readonly Obstacle[];
  readonly concessions: readonly Concession[];
  /** The picture of everybody's availability as a `data:` address. */
  readonly picture?: string;
}

const maxPeopleShown = 6;
const maxObstacles = 3;
const maxConcessions = 3;

function peopleOf(request: MeetingRequest): ReadonlyMap<PersonId, Person> {
  const people = [request.organizer, ...request.attendees.map(({ person }) => person)];
  return new Map(people.map((person) => [person.id, person]));
}

function personRuns(
  reason: PersonReason,
  person: Person,
  slot: Candidate,
  reader: ZonedReader,
): readonly TextRun[] {
  const zone = person.timeZone;
  const local =
    zone === undefined || zone === reader.timeZone
      ? ''
      : ` ${timeOf(slot.start, { timeZone: zone, locale: reader.locale })} (${zoneName(zone).replace(/ time$/, '')})`;
  return [
    run(reason.suits ? '✓ ' : '✗ ', reason.suits ? { color: 'good' } : { color: 'attention' }),
    run(person.displayName),
    run(`${local} – ${reasonText(reason)}`, { isSubtle: true }),
  ];
}

/** Everybody where few are asked; where many are, those for whom something is to be said. */
function reasonLines(
  slot: Candidate,
  people: ReadonlyMap<PersonId, Person>,
  reader: ZonedReader,
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
    ? [...shown, words(`✓ ${left} others are free`, { isSubtle: true, spacing: 'none' })]
    : shown;
}

function slotBlock(
  suggestion: Suggestion,
  slot: Candidate,
  index: number,
  people: ReadonlyMap<PersonId, Person>,
  reader: ZonedReader,
): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      line([
        run(`${index + 1}  `, { color: 'accent', weight: 'bolder' }),
        run(slotText(slot, reader), { weight: 'bolder' }),
      ]),
      ...reasonLines(slot, people, reader),
      {
        type: 'ActionSet',
        actions: [
          button(
            'Propose this',
            'propose',
            { draftId: suggestion.draftId, slot: slotKey(slot) },
            index === 0 ? { style: 'positive', associatedInputs: 'none' } : { associatedInputs: 'none' },
          ),
        ],
      },
    ],
  };
}

/** Every slot that the card offers, in the order of its buttons. */
export function offeredSlots(
  suggestion: Pick<Suggestion, 'candidates' | 'concessions'>,
): readonly Candidate[] {
  return [
    ...suggestion.candidates,
    ...suggestion.concessions.slice(0, maxConcessions).flatMap(({ candidates }) => candidates.slice(0, 1)),
  ];
}

function nothingLines(suggestion: Suggestion, people: ReadonlyMap<PersonId, Person>): readonly Element[] {
  const name = (id: PersonId | undefined) => (id === undefined ? undefined : people.get(id)?.displayName);
  return [
    words('No time suits everybody.', { weight: 'bolder' }),
    ...suggestion.obstacles
      .slice(0, maxObstacles)
      .map((obstacle) => line([run(obstacleText(obstacle, name(obstacle.personId)))], { spacing: 'small' })),
  ];
}

function concessionBlocks(
  suggestion: Suggestion,
  people: ReadonlyMap<PersonId, Person>,
  reader: ZonedReader,
): readonly Element[] {
  return suggestion.concessions
    .slice(0, maxConcessions)
    .filter(({ candidates }) => candidates.length > 0)
    .flatMap((concession, index) => {
      const [slot] = concession.candidates;
      const name =
        concession.personId === undefined ? undefined : people.get(concession.personId)?.displayName;
      return slot === undefined
        ? []
        : [
            line([run(concessionText(concession, name), { isSubtle: true })]),
            slotBlock(suggestion, slot, suggestion.candidates.length + index, people, reader),
          ];
    });
}

function pictureOf(suggestion: Suggestion, reader: ZonedReader): readonly Element[] {
  if (suggestion.picture === undefined) return [];
  const slots = suggestion.candidates
    .map((slot, index) => `${index + 1}: ${slotText(slot, reader)}`)
    .join('; ');
  const altText = `Everybody’s availability on these days as a timeline, with the suggested times marked. ${slots}.`;
  return [{ type: 'Image', url: suggestion.picture, altText, size: 'stretch' }];
}

function wantedText(request: MeetingRequest): string {
  const names = request.attendees.map(({ person, type }) =>
    type === 'optional' ? `${person.displayName} (optional)` : person.displayName,
  );
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  return `${durationText(request.durationMinutes)} with ${listText(shown)}`;
}

/** What was understood, with the best times: propose one, let everybody vote, or change the request. */
export function candidatesCard(suggestion: Suggestion, reader: ZonedReader): AdaptiveCard {
  const { request, candidates, draftId } = suggestion;
  const people = peopleOf(request);
  const times = candidates.map((slot) => slotText(slot, reader)).join('; ');
  const actions: readonly Action[] = [
    ...(candidates.length > 1
      ? [button('Let them vote on these', 'letVote', { draftId }, { associatedInputs: 'none' })]
      : []),
    commentForm({
      title: 'Change',
      label: 'What should be different? For example: “rather mornings”, “without Bob”, “30 minutes”.',
      inputId: 'text',
      send: button('Search again', 'change', { draftId }),
    }),
    button('Discard', 'discard', { draftId }, { associatedInputs: 'none' }),
  ];
  return adaptiveCard({
    fallbackText:
      candidates.length === 0
        ? `${request.title}: no time suits everybody.`
        : `${request.title}: ${times} (${zoneName(reader.timeZone)}).`,
    body: [
      heading(request.title),
      line([run(wantedText(request), { isSubtle: true })], { spacing: 'small' }),
      ...(suggestion.understood.length === 0
        ? []
        : [
            line([
              run(`Understood: ${suggestion.understood.join(', ')}.`, { isSubtle: true, size: 'small' }),
            ]),
          ]),
      ...leftoverLines(suggestion.leftover),
      words(`Times are in ${zoneName(reader.timeZone)}.`, { isSubtle: true, size: 'small' }),
      ...pictureOf(suggestion, reader),
      ...(candidates.length === 0
        ? nothingLines(suggestion, people)
        : candidates.map((slot, index) => slotBlock(suggestion, slot, index, people, reader))),
      ...concessionBlocks(suggestion, people, reader),
    ],
    actions,
  });
}

function leftoverLines(leftover: readonly string[]): readonly Element[] {
  if (leftover.length === 0) return [];
  const quoted = leftover.slice(0, 3).map((part) => `“${part}”`);
  return [line([run(`I did not understand ${listText(quoted)}.`, { color: 'warning', size: 'small' })])];
}
