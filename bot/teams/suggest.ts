import type { Result } from '../../workflows/domain/problems/problem.ts';
import { participants } from '../../workflows/domain/meeting/people.ts';
import { inOwnName } from '../../workflows/domain/meeting/in-own-name.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { MeetingRequestDraft } from '../language/meaning/understanding.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { candidatesCard, offeredSlots } from '../cards/candidates-card.ts';
import { picturePanels } from '../picture/picture-days.ts';
import type { FoundTimes } from '../../workers/client/meetings.ts';
import { availabilityPicture } from '../picture/availability-picture.ts';
import type { Reader } from '../words/reader.ts';
import type { BotServices } from './bot-services.ts';
import type { Conversation } from './conversations.ts';
import type { Sender } from './sender.ts';
import { spreadCandidates } from './spread-candidates.ts';

const shownCandidates = 3;
/** Enough of the search's results to have different days among them. */
const searchedCandidates = 200;
const maxPictureRows = 10;

/** A request that is complete, and where it belongs. */
export interface Wanted {
  readonly draftId: string;
  readonly request: MeetingRequest;
  readonly understood: MeetingRequestDraft;
  /** Phrases for the card. */
  readonly phrases: readonly string[];
  /** What is different now, a sentence for the card. */
  readonly changed?: string;
  readonly leftover: readonly string[];
}

function shown(request: MeetingRequest, candidates: readonly Candidate[]): readonly Candidate[] {
  const count = Math.max(shownCandidates, request.slotCount);
  return spreadCandidates(candidates, count, request.timeZone);
}

function picture(
  request: MeetingRequest,
  slots: readonly Candidate[],
  found: FoundTimes,
  reader: Reader,
): string | undefined {
  if (slots.length === 0) return undefined;
  const people = participants(request).slice(0, maxPictureRows);
  return availabilityPicture({
    panels: picturePanels(slots, request.timeZone),
    rows: people.map((person) => ({
      name: person.displayName,
      timeZone: person.timeZone ?? request.timeZone,
      availability: found.availabilities.find(({ personId }) => personId === person.id),
    })),
    slots,
    reader,
  });
}

/** In the name of whoever it is for, or in the sender's own, where they are no delegate. */
async function arranged(
  { meetings }: BotServices,
  sender: Sender,
  { request, understood }: Wanted,
): Promise<{ readonly request: MeetingRequest; readonly notDelegateOf?: string }> {
  const { organizer } = request;
  if (organizer.id === sender.personId || (await meetings.mayArrangeFor(sender.caller, { organizer }))) {
    return { request };
  }
  return { request: inOwnName(request, understood.sender), notDelegateOf: organizer.displayName };
}

/** Finds times for a request, keeps it as a conversation of the sender, and makes its card. */
export async function suggest(
  services: BotServices,
  sender: Sender,
  reader: Reader,
  wanted: Wanted,
): Promise<Result<{ readonly conversation: Conversation; readonly card: AdaptiveCard }>> {
  const { draftId } = wanted;
  const { request, notDelegateOf } = await arranged(services, sender, wanted);
  const found = await services.meetings.findTimes(sender.caller, { request, maxResults: searchedCandidates });
  if (!found.ok) return found;
  const { obstacles, concessions } = found.value.result;
  const candidates = shown(request, found.value.result.candidates);
  const offered = offeredSlots({ candidates, concessions });
  const conversation: Conversation = {
    draftId,
    ownerId: sender.personId,
    conversationId: sender.place.conversationId,
    locale: reader.locale,
    understood: wanted.understood,
    request,
    offered,
    matching: candidates.length,
    inputHash: found.value.result.inputHash,
  };
  await services.conversations.keep(conversation);
  const inZone = { ...reader, timeZone: request.timeZone };
  const drawn = picture(request, offered, found.value, inZone);
  const card = candidatesCard(
    {
      draftId,
      request,
      understood: wanted.phrases,
      changed: wanted.changed,
      leftover: wanted.leftover,
      notDelegateOf,
      senderId: sender.personId,
      candidates,
      obstacles,
      concessions,
      picture: drawn,
    },
    inZone,
  );
  return { ok: true, value: { conversation, card } };
}
