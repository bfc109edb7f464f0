import { describe, expect, it } from 'vitest';
import type { MeetingRequestDraft } from '../../../../../bot/language/meaning/understanding.ts';
import { answerQuestion } from '../../../../../bot/language/answer-question.ts';
import { complete } from '../../../../../bot/language/partial-request/complete.ts';
import { ana, bo, cy } from '../../../../support/meeting-views.ts';

const draft: MeetingRequestDraft = {
  version: 1,
  sender: ana,
  timeZone: 'Europe/Berlin',
  now: '2026-11-23T08:00:00.000Z',
  today: Date.parse('2026-11-23') / 86_400_000,
  locale: 'en',
  attendees: [{ name: 'Bo', person: bo, type: 'required' }],
  wishes: [],
  rooms: [],
  wanted: [],
  avoided: [],
  actions: [],
};

function requestOf(more: Partial<MeetingRequestDraft>) {
  const completion = complete({ ...draft, ...more });
  return completion.complete ? completion.request : undefined;
}

describe('a request of a draft', () => {
  it('asks nobody where that was said', () => {
    expect(requestOf({ asks: false })?.policy.approval).toEqual({ kind: 'none' });
    expect(requestOf({})?.policy.approval).toEqual({ kind: 'everybody' });
  });

  it('is the sender’s, who attends unless they said otherwise', () => {
    expect(requestOf({})).toMatchObject({ organizer: ana, organizerAttends: undefined });
    expect(requestOf({ organizerAttends: false, quorum: 'majority' })).toMatchObject({
      organizer: ana,
      organizerAttends: false,
      policy: { approval: { kind: 'quorum', count: 1 } },
    });
  });

  it('is that of whom it is for, who attends whoever asks', () => {
    const request = requestOf({
      organizer: { name: 'Cy', person: cy },
      organizerAttends: false,
      attendees: [...draft.attendees, { name: 'Cy', person: cy, type: 'required' }],
    });
    expect(request).toMatchObject({ organizer: cy, organizerAttends: undefined });
    expect(request?.attendees.map(({ person }) => person.id)).toEqual([bo.id]);
  });

  it('has to know whom it is for', () => {
    const open = { ...draft, organizer: { name: 'Sy', candidates: [bo, cy] } };
    const completion = complete(open);
    expect(completion).toMatchObject({
      complete: false,
      questions: [{ code: 'ambiguousPerson', quoted: 'Sy' }],
    });
    expect(answerQuestion(open, 'attendees', cy.id)).toMatchObject({
      kind: 'request',
      request: { organizer: cy },
    });
  });
});
