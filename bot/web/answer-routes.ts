import { createHash, randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Log } from '../../infra/runtime/log.ts';
import { verifyLink } from '../../infra/runtime/signed-link.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { AttendeeView, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Store } from '../../workflows/ports/store.ts';
import { readAnswer } from './answer-form.ts';
import { answerPath } from '../../infra/runtime/answer-links.ts';
import { closedPage, openPage, pageReader } from './answer-page.ts';
import { messagePage, pageHeaders } from './page.ts';

interface AnswerRoutesInput {
  readonly meetings: Meetings;
  readonly store: Store;
  readonly linkSecret: string;
  readonly log: Log;
  readonly nowMs?: () => number;
}

interface Visitor {
  readonly personId: PersonId;
  readonly meetingId: string;
  readonly caller: Caller;
}

/** A page instead of what was asked for. */
interface Refusal {
  readonly status: number;
  readonly page: string;
}

const formLimit = 16 * 1024;
const requestsPerMinute = 120;

const badLink: Refusal = {
  status: 404,
  page: messagePage('This link does not work', 'Please use the link exactly as it stands in the mail.'),
};
const expiredLink: Refusal = {
  status: 410,
  page: messagePage('This link is over', 'The time for an answer has passed. Please write to the organizer.'),
};
const notInvited: Refusal = {
  status: 403,
  page: messagePage('You are not asked any more', 'You are not in this meeting, or it is no longer there.'),
};
const notNow: Refusal = {
  status: 503,
  page: messagePage('Not just now', 'That did not work. Please try again in a minute.'),
};

function visitorOf(token: string, secret: string, nowMs: number): Visitor | Refusal {
  const verdict = verifyLink(secret, token, nowMs);
  if (!verdict.ok) return verdict.reason === 'expired' ? expiredLink : badLink;
  const { meetingId } = verdict.claims;
  const id = personId(verdict.claims.personId);
  return {
    personId: id,
    meetingId,
    caller: { kind: 'guest', personId: id, meetingId, surface: 'mail' },
  };
}

/**
 * The page behind the link in a mail. The link itself is the permission, and it lies in no cookie, so no other site
 * can use it in a visitor's name; looking changes nothing, because mail scanners follow links.
 */
export function answerRoutes(host: FastifyInstance, input: AnswerRoutesInput): void {
  const { meetings, store, linkSecret, log, nowMs = Date.now } = input;

  async function stateFor(
    visitor: Visitor,
  ): Promise<{ readonly view: MeetingView; readonly me: AttendeeView } | Refusal> {
    const got = await meetings.get(visitor.caller, { meetingId: visitor.meetingId });
    if (!got.ok) {
      switch (got.problem.code) {
        case 'forbidden':
        case 'not_found':
          return notInvited;
        case 'unavailable':
        case 'rate_limited':
        case 'conflict':
        case 'invalid':
        case 'precondition_failed':
        case 'requires_approval':
          return notNow;
      }
    }
    const me = got.value.attendees.find(({ person }) => person.id === visitor.personId);
    return me === undefined ? notInvited : { view: got.value, me };
  }

  function pageOf(view: MeetingView, me: AttendeeView, notice?: string, typed?: URLSearchParams): string {
    return view.status === 'proposed' && view.proposal !== undefined
      ? openPage(view, view.proposal, me, randomUUID(), notice, typed)
      : closedPage(view, me);
  }

  async function show(token: string): Promise<Refusal> {
    const visitor = visitorOf(token, linkSecret, nowMs());
    if ('page' in visitor) return visitor;
    const state = await stateFor(visitor);
    return 'page' in state ? state : { status: 200, page: pageOf(state.view, state.me) };
  }

  /** Undefined when the answer is taken. */
  async function take(token: string, body: string): Promise<Refusal | undefined> {
    const visitor = visitorOf(token, linkSecret, nowMs());
    if ('page' in visitor) return visitor;
    const state = await stateFor(visitor);
    if ('page' in state) return state;
    const { view, me } = state;
    if (view.status !== 'proposed' || view.proposal === undefined) {
      return { status: 409, page: closedPage(view, me) };
    }
    const { timeZone } = pageReader(view, me);
    const read = readAnswer(body, view.proposal, { timeZone, durationMinutes: view.durationMinutes });
    if (!read.ok) {
      return { status: 400, page: pageOf(view, me, read.sentence, new URLSearchParams(body)) };
    }
    const { version, key, ...answer } = read.answer;
    // Sent again from the same page it is carried out once; changed before that, it is another answer.
    const given = JSON.stringify([visitor.personId, key, answer]);
    const responded = await meetings.respond(visitor.caller, {
      meetingId: visitor.meetingId,
      ...answer,
      seenVersion: version,
      idempotencyKey: `web:${createHash('sha256').update(given).digest('hex')}`,
    });
    if (responded.ok) return undefined;
    const now = await stateFor(visitor);
    if ('page' in now) return now;
    return { status: 409, page: pageOf(now.view, now.me, responded.problem.message) };
  }

  async function isTooMuch(address: string): Promise<boolean> {
    const { count } = await store.increment(`web:requests:${address}`, 60_000);
    return count > requestsPerMinute;
  }

  function send(reply: FastifyReply, { status, page }: Refusal): FastifyReply {
    return reply.code(status).headers(pageHeaders).send(page);
  }

  void host.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimit },
      (_request, text, parsed) => {
        parsed(null, text);
      },
    );
    scope.addHook('onRequest', async (request, reply) => {
      if (await isTooMuch(request.ip)) {
        await send(reply, { status: 429, page: messagePage('Too many requests', 'Please wait a minute.') });
      }
    });
    scope.setErrorHandler((error, _request, reply) => {
      log.error({ err: error }, 'a page could not be shown');
      const tooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
      return send(reply, tooLarge ? { ...notNow, status: 400 } : notNow);
    });
    scope.get<{ Params: { token: string } }>(`${answerPath}/:token`, async (request, reply) =>
      send(reply, await show(request.params.token)),
    );
    scope.post<{ Params: { token: string } }>(`${answerPath}/:token`, async (request, reply) => {
      const { token } = request.params;
      const body = typeof request.body === 'string' ? request.body : '';
      const refusal = await take(token, body);
      // After an answer the page is fetched anew, so that reloading it sends nothing again.
      return refusal === undefined ? reply.redirect(`${answerPath}/${token}`, 303) : send(reply, refusal);
    });
    done();
  });
}
