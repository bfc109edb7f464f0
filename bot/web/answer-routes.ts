import { createHash, randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Log } from '../../infra/runtime/log.ts';
import { verifyLink } from '../../infra/runtime/signed-link.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { AttendeeView, MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Store } from '../../workflows/ports/store.ts';
import { problemText } from '../words/problem-text.ts';
import type { Reader } from '../words/reader.ts';
import { wordsOf } from '../words/words-of.ts';
import { acceptedLocale } from './accepted-locale.ts';
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

/** The meeting, and the visitor's part in it. */
interface State {
  readonly view: MeetingView;
  readonly me: AttendeeView;
}

/** A page in place of the requested one: it says why, or shows the meeting as it is now. */
type Refusal =
  | { readonly status: number; readonly why: 'badLink' | 'expiredLink' | 'notInvited' | 'notNow' | 'tooMany' }
  | { readonly status: number; readonly page: string };

const formLimit = 16 * 1024;
const requestsPerMinute = 120;

const badLink: Refusal = { status: 404, why: 'badLink' };
const expiredLink: Refusal = { status: 410, why: 'expiredLink' };
const notInvited: Refusal = { status: 403, why: 'notInvited' };
const notNow: Refusal = { status: 503, why: 'notNow' };
const tooMany: Refusal = { status: 429, why: 'tooMany' };

function localeOf({ headers }: FastifyRequest): string | undefined {
  return acceptedLocale(headers['accept-language']);
}

function textOf(refusal: Refusal, locale: string | undefined): string {
  if ('page' in refusal) return refusal.page;
  const words = wordsOf(locale);
  const { title, text } = words.pages[refusal.why];
  return messagePage(words, title, text);
}

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

  async function stateFor(visitor: Visitor): Promise<State | Refusal> {
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

  function pageOf({ view, me }: State, reader: Reader, notice?: string, typed?: URLSearchParams): string {
    return view.status === 'proposed' && view.proposal !== undefined
      ? openPage(view, view.proposal, me, reader, randomUUID(), notice, typed)
      : closedPage(view, reader);
  }

  async function show(token: string, locale: string | undefined): Promise<Refusal> {
    const visitor = visitorOf(token, linkSecret, nowMs());
    if ('status' in visitor) return visitor;
    const state = await stateFor(visitor);
    return 'status' in state
      ? state
      : { status: 200, page: pageOf(state, pageReader(state.view, state.me, locale)) };
  }

  /** Undefined when the answer is taken. */
  async function take(token: string, body: string, locale: string | undefined): Promise<Refusal | undefined> {
    const visitor = visitorOf(token, linkSecret, nowMs());
    if ('status' in visitor) return visitor;
    const state = await stateFor(visitor);
    if ('status' in state) return state;
    const { view, me } = state;
    const reader = pageReader(view, me, locale);
    const { words, timeZone } = reader;
    if (view.status !== 'proposed' || view.proposal === undefined) {
      return { status: 409, page: closedPage(view, reader) };
    }
    const read = readAnswer(body, view.proposal, { timeZone, durationMinutes: view.durationMinutes });
    if (!read.ok) {
      return {
        status: 400,
        page: pageOf(state, reader, words.pages.form[read.reason], new URLSearchParams(body)),
      };
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
    if ('status' in now) return now;
    return { status: 409, page: pageOf(now, reader, problemText(responded.problem, words)) };
  }

  async function isTooMuch(address: string): Promise<boolean> {
    const { count } = await store.increment(`web:requests:${address}`, 60_000);
    return count > requestsPerMinute;
  }

  function send(reply: FastifyReply, refusal: Refusal): FastifyReply {
    return reply
      .code(refusal.status)
      .headers(pageHeaders)
      .send(textOf(refusal, localeOf(reply.request)));
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
        await send(reply, tooMany);
      }
    });
    scope.setErrorHandler((error, _request, reply) => {
      log.error({ err: error }, 'a page could not be shown');
      const tooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
      return send(reply, tooLarge ? { ...notNow, status: 400 } : notNow);
    });
    scope.get<{ Params: { token: string } }>(`${answerPath}/:token`, async (request, reply) =>
      send(reply, await show(request.params.token, localeOf(request))),
    );
    scope.post<{ Params: { token: string } }>(`${answerPath}/:token`, async (request, reply) => {
      const { token } = request.params;
      const body = typeof request.body === 'string' ? request.body : '';
      const refusal = await take(token, body, localeOf(request));
      // After an answer the page is fetched again, so that reloading it sends nothing.
      return refusal === undefined ? reply.redirect(`${answerPath}/${token}`, 303) : send(reply, refusal);
    });
    done();
  });
}
