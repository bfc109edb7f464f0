import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { Person, PersonId } from '../../workflows/domain/people/person.ts';
import { asksNobody } from '../../workflows/domain/policy/policy.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { Concession, Obstacle } from '../../workflows/domain/slots/search-input.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { concessionText, obstacleText } from '../words/reasons.ts';
import type { Reader } from '../words/reader.ts';
import { durationText, slotText, zoneText } from '../words/times.ts';
import { button, commentForm } from './buttons.ts';
import { candidateBlock } from './candidate-block.ts';
import type { Action, AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, heading, line, run, sentence } from './elements.ts';
import { leftoverLines } from './leftover-lines.ts';

/** A request that is being talked about, with what was found for it. */
export interface Suggestion {
  readonly draftId: string;
  readonly request: MeetingRequest;
  /** What was understood, a phrase each, where the card is the first about a request. */
  readonly understood: readonly string[];
  /** What is different now, where the card follows up on another, a sentence. */
  readonly changed?: string;
  /** Words that were not understood. */
  readonly leftover: readonly string[];
  /** For whom the sender asks without being their delegate, so that the invitation is the sender's own. */
  readonly notDelegateOf?: string;
  /** Who asks; the organizer unless given. */
  readonly senderId?: PersonId;
  readonly candidates: readonly Candidate[];
  readonly obstacles: readonly Obstacle[];
  readonly concessions: readonly Concession[];
  /** The picture of everybody's availability as a `data:` address. */
  readonly picture?: string;
}

const maxObstacles = 3;
const maxConcessions = 3;

function peopleOf(request: MeetingRequest): ReadonlyMap<PersonId, Person> {
  const people = [request.organizer, ...request.attendees.map(({ person }) => person)];
  return new Map(people.map((person) => [person.id, person]));
}

function slotBlock(
  suggestion: Suggestion,
  slot: Candidate,
  index: number,
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
): Element {
  const { book, propose } = reader.words.cards.suggestion;
  const action = button(
    asksNobody(suggestion.request.policy) ? book : propose,
    'propose',
    { draftId: suggestion.draftId, slot: slotKey(slot) },
    index === 0 ? { style: 'positive', associatedInputs: 'none' } : { associatedInputs: 'none' },
  );
  return candidateBlock({ slot, number: index + 1, people, reader, action });
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

function nothingLines(
  suggestion: Suggestion,
  people: ReadonlyMap<PersonId, Person>,
  { words }: Reader,
): readonly Element[] {
  const name = (id: PersonId | undefined) => (id === undefined ? undefined : people.get(id)?.displayName);
  return [
    sentence(words.cards.suggestion.noTime, { weight: 'bolder' }),
    ...suggestion.obstacles
      .slice(0, maxObstacles)
      .map((obstacle) =>
        line([run(obstacleText(obstacle, name(obstacle.personId), words))], { spacing: 'small' }),
      ),
  ];
}

function concessionBlocks(
  suggestion: Suggestion,
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
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
            line([run(concessionText(concession, name, reader.words), { isSubtle: true })]),
            slotBlock(suggestion, slot, suggestion.candidates.length + index, people, reader),
          ];
    });
}

function pictureOf(suggestion: Suggestion, reader: Reader): readonly Element[] {
  if (suggestion.picture === undefined) return [];
  const slots = suggestion.candidates
    .map((slot, index) => `${index + 1}: ${slotText(slot, reader)}`)
    .join('; ');
  const altText = reader.words.cards.picture.alt(slots);
  return [{ type: 'Image', url: suggestion.picture, altText, size: 'stretch' }];
}

function invitedText({ attendees }: MeetingRequest, reader: Reader): string {
  const { cards, times } = reader.words;
  const names = attendees.map(({ person, type }) =>
    type === 'optional' ? cards.optional(person.displayName) : person.displayName,
  );
  const shown = names.length > 5 ? [...names.slice(0, 4), cards.more(names.length - 4)] : names;
  return times.list(shown);
}

function wantedText(request: MeetingRequest, reader: Reader): string {
  const duration = durationText(request.durationMinutes, reader);
  const wanted = reader.words.cards.suggestion.wanted(duration, invitedText(request, reader));
  return (request.place ?? '') === '' ? wanted : `${wanted} · ${request.place}`;
}

/** What was understood, with the best times: propose one, let everybody vote, or change the request. */
export function candidatesCard(suggestion: Suggestion, reader: Reader): AdaptiveCard {
  const { request, candidates, draftId } = suggestion;
  const { suggestion: words } = reader.words.cards;
  const zone = zoneText(reader.timeZone, reader);
  const people = peopleOf(request);
  const times = candidates.map((slot) => slotText(slot, reader)).join('; ');
  const isUnasked = asksNobody(request.policy);
  const actions: readonly Action[] = [
    ...(candidates.length > 1 && !isUnasked
      ? [button(words.letVote, 'letVote', { draftId }, { associatedInputs: 'none' })]
      : []),
    commentForm({
      title: words.change,
      label: words.changeLabel,
      inputId: 'text',
      send: button(words.searchAgain, 'change', { draftId }),
    }),
    button(words.discard, 'discard', { draftId }, { associatedInputs: 'none' }),
  ];
  return adaptiveCard({
    fallbackText:
      candidates.length === 0 ? `${request.title}: ${words.noTime}` : `${request.title}: ${times} (${zone}).`,
    body: [
      heading(request.title),
      line([run(wantedText(request, reader), { isSubtle: true })], { spacing: 'small' }),
      ...whoseLines(suggestion, reader),
      ...(isUnasked ? [sentence(words.unasked(invitedText(request, reader)), { spacing: 'small' })] : []),
      ...(suggestion.understood.length === 0
        ? []
        : [
            line([
              run(words.understood(suggestion.understood.join(', ')), { isSubtle: true, size: 'small' }),
            ]),
          ]),
      ...(suggestion.changed === undefined ? [] : [line([run(suggestion.changed)])]),
      ...leftoverLines(suggestion.leftover, reader),
      sentence(reader.words.cards.zone(zone), { isSubtle: true, size: 'small' }),
      ...pictureOf(suggestion, reader),
      ...(candidates.length === 0
        ? nothingLines(suggestion, people, reader)
        : candidates.map((slot, index) => slotBlock(suggestion, slot, index, people, reader))),
      ...concessionBlocks(suggestion, people, reader),
    ],
    actions,
  });
}

/** Whose meeting it is, where that is not plain. */
function whoseLines({ request, notDelegateOf, senderId }: Suggestion, { words }: Reader): readonly Element[] {
  const { suggestion } = words.cards;
  const { organizer, organizerAttends } = request;
  const sentences = [
    ...(notDelegateOf === undefined ? [] : [suggestion.notDelegate(notDelegateOf)]),
    ...(senderId === undefined || senderId === organizer.id
      ? []
      : [suggestion.inNameOf(organizer.displayName)]),
    ...(organizerAttends === false ? [suggestion.withoutYou] : []),
  ];
  return sentences.map((text) => sentence(text, { spacing: 'small' }));
}
