import type { AttendeeView, MeetingView, Proposal } from '../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { outcomeText } from '../words/decision-text.ts';
import type { Reader } from '../words/reader.ts';
import { createReader } from '../words/reader.ts';
import { durationText, localDate, localTime, momentText, slotText, zoneText } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import type { SafeHtml } from './html.ts';
import { html } from './html.ts';
import { messagePage, page } from './page.ts';

/**
 * In the language of the browser; times in the reader's zone where it is known, else in the organizer's, and the page
 * says which.
 */
export function pageReader(view: MeetingView, me: AttendeeView, locale: string | undefined): Reader {
  const { timeZone = view.timeZone, hourCycle } = me.person;
  return createReader({ timeZone, hourCycle, locale });
}

function head(view: MeetingView, reader: Reader): readonly SafeHtml[] {
  const { answer } = reader.words.pages;
  const duration = durationText(view.durationMinutes, reader);
  return [
    html`<h1>${view.title}</h1>`,
    html`<p class="subtle">
      ${answer.asksFor(view.organizer.displayName, duration, view.isOnlineMeeting)}
      ${answer.zone(zoneText(reader.timeZone, reader))}
    </p>`,
    ...(view.agenda === undefined ? [] : [html`<p>${view.agenda}</p>`]),
  ];
}

function others(view: MeetingView, { facts }: Words): SafeHtml {
  const items = view.attendees.map(
    ({ person, approval }) => html`<li>${person.displayName}: ${facts.approvals[approval]}</li>`,
  );
  return html`<ul>
    ${items}
  </ul>`;
}

function myAnswer(me: AttendeeView, proposal: Proposal, reader: Reader): readonly SafeHtml[] {
  const { facts, pages } = reader.words;
  const ballot = me.ballot?.round === proposal.round ? me.ballot : undefined;
  if (ballot === undefined) {
    // People who say no to everything land here, and would otherwise think that their answer was lost.
    return proposal.round === 1
      ? []
      : [html`<div class="notice" role="status">${pages.answer.newTimes}</div>`];
  }
  const lines = proposal.slots.map((slot) => {
    const given = facts.answers[ballot.answers[slotKey(slot)] ?? 'no'];
    return html`<li>${slotText(slot, reader)}: <strong>${given}</strong></li>`;
  });
  const counter =
    ballot.counterProposal === undefined
      ? []
      : [
          html`<li>
            ${pages.answer.youSuggested} <strong>${slotText(ballot.counterProposal, reader)}</strong>
          </li>`,
        ];
  return [
    html`<div class="notice" role="status">${pages.answer.recorded}</div>`,
    html`<ul>
      ${[...lines, ...counter]}
    </ul>`,
  ];
}

function slotFields(
  proposal: Proposal,
  me: AttendeeView,
  reader: Reader,
  typed: URLSearchParams,
): readonly SafeHtml[] {
  return proposal.slots.map((slot, index) => {
    const voted = me.ballot?.round === proposal.round ? me.ballot.answers[slotKey(slot)] : undefined;
    const given = typed.get(`vote${index}`) ?? voted;
    const options = Object.entries(reader.words.facts.answers).map(([answer, label]) =>
      answer === given
        ? html`<label
            ><input type="radio" name="vote${index}" value="${answer}" required checked /> ${label}</label
          >`
        : html`<label><input type="radio" name="vote${index}" value="${answer}" required /> ${label}</label>`,
    );
    return html`<fieldset class="choices">
      <legend>${slotText(slot, reader)}</legend>
      ${options}
    </fieldset>`;
  });
}

function form(
  view: MeetingView,
  proposal: Proposal,
  me: AttendeeView,
  reader: Reader,
  key: string,
  typed: URLSearchParams,
): SafeHtml {
  const { answer } = reader.words.pages;
  const said = me.ballot?.round === proposal.round ? me.ballot : undefined;
  const comment = typed.get('comment') ?? said?.comment ?? '';
  const suggested = said?.counterProposal?.start;
  const date = suggested === undefined ? '' : localDate(suggested, reader.timeZone);
  const time = suggested === undefined ? '' : localTime(suggested, reader.timeZone);
  return html`<form method="post">
    <input type="hidden" name="round" value="${proposal.round}" /><input
      type="hidden"
      name="version"
      value="${view.version}"
    /><input type="hidden" name="key" value="${key}" />${slotFields(proposal, me, reader, typed)}
    <fieldset>
      <legend>${answer.anotherTime}</legend>
      <label>${answer.day} <input type="date" name="date" value="${typed.get('date') ?? date}" /></label
      ><label>${answer.start} <input type="time" name="time" value="${typed.get('time') ?? time}" /></label>
    </fieldset>
    <label>${answer.comment} <textarea name="comment" rows="2" maxlength="1000">${comment}</textarea></label
    ><button type="submit">${answer.send}</button>
  </form>`;
}

/**
 * The proposal and a form for the answer, as plain HTML that works without scripts; `key` names this page's form.
 * `notice` says why an answer was not taken, and `typed` is that answer, if it was meant for this proposal: it stays in
 * the form.
 */
export function openPage(
  view: MeetingView,
  proposal: Proposal,
  me: AttendeeView,
  reader: Reader,
  key: string,
  notice?: string,
  typed = new URLSearchParams(),
): string {
  const { words } = reader;
  const { answer } = words.pages;
  return page(words, view.title, [
    ...head(view, reader),
    ...(notice === undefined
      ? myAnswer(me, proposal, reader)
      : [html`<div class="notice" role="alert">${notice}</div>`]),
    html`<p>${answer.hello(me.person.displayName, momentText(proposal.deadline, reader))}</p>`,
    form(
      view,
      proposal,
      me,
      reader,
      key,
      typed.get('round') === String(proposal.round) ? typed : new URLSearchParams(),
    ),
    html`<h2>${answer.answersSoFar}</h2>`,
    others(view, words),
  ]);
}

/** What has become of a meeting that no longer takes answers. */
export function closedPage(view: MeetingView, reader: Reader): string {
  const { words } = reader;
  const { closed } = words.pages;
  switch (view.status) {
    case 'confirmed':
      return page(words, view.title, [
        ...head(view, reader),
        html`<div class="notice" role="status">
          ${view.booking === undefined ? '' : closed.confirmed(slotText(view.booking.slot, reader))}
        </div>`,
        html`<p>${closed.invitation}</p>`,
      ]);
    case 'cancelled':
    case 'expired':
    case 'unschedulable': {
      const fallback = view.status === 'cancelled' ? closed.cancelled : closed.willNotTakePlace;
      const why = view.outcome === undefined ? fallback : outcomeText(view.outcome, view, reader);
      return messagePage(words, view.title, `${why} ${closed.nothingToAnswer}`);
    }
    case 'searching':
    case 'proposed':
      return messagePage(words, view.title, closed.searching);
  }
}
