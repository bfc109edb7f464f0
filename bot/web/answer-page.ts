import type { Answer } from '../../workflows/domain/ballots/ballot.ts';
import type { AttendeeView, MeetingView, Proposal } from '../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { ZonedReader } from '../cards/zoned-time.ts';
import { durationText, localDate, localTime, momentText, slotText, zoneName } from '../cards/zoned-time.ts';
import type { SafeHtml } from './html.ts';
import { html } from './html.ts';
import { messagePage, page } from './page.ts';

const choices: readonly (readonly [Answer, string])[] = [
  ['yes', 'Yes'],
  ['ifNeedBe', 'If need be'],
  ['no', 'No'],
];

const approvalWords = { approved: 'approved', rejected: 'declined', pending: 'no answer yet' } as const;

/** Times are written in the reader's zone where it is known, else in the organizer's, and the page says which. */
export function pageReader(view: MeetingView, me: AttendeeView): ZonedReader {
  return { timeZone: me.person.timeZone ?? view.timeZone, locale: 'en-GB' };
}

function head(view: MeetingView, reader: ZonedReader): readonly SafeHtml[] {
  const online = view.isOnlineMeeting ? ', online' : '';
  return [
    html`<h1>${view.title}</h1>`,
    html`<p class="subtle">
      ${view.organizer.displayName} asks for ${durationText(view.durationMinutes)}${online}. Times are in
      ${zoneName(reader.timeZone)}.
    </p>`,
    ...(view.agenda === undefined ? [] : [html`<p>${view.agenda}</p>`]),
  ];
}

function others(view: MeetingView): SafeHtml {
  const items = view.attendees.map(
    ({ person, approval }) => html`<li>${person.displayName}: ${approvalWords[approval]}</li>`,
  );
  return html`<ul>
    ${items}
  </ul>`;
}

function myAnswer(me: AttendeeView, proposal: Proposal, reader: ZonedReader): readonly SafeHtml[] {
  const ballot = me.ballot?.round === proposal.round ? me.ballot : undefined;
  if (ballot === undefined) {
    // Whoever says no to everything is led here, and would otherwise seem not to have been heard.
    return proposal.round === 1
      ? []
      : [html`<div class="notice" role="status">These times are new and replace those asked before.</div>`];
  }
  const lines = proposal.slots.map((slot) => {
    const given = choices.find(([answer]) => answer === ballot.answers[slotKey(slot)])?.[1] ?? 'No';
    return html`<li>${slotText(slot, reader)}: <strong>${given}</strong></li>`;
  });
  const counter =
    ballot.counterProposal === undefined
      ? []
      : [html`<li>You suggested <strong>${slotText(ballot.counterProposal, reader)}</strong></li>`];
  return [
    html`<div class="notice" role="status">
      Thank you, your answer is recorded. You can still change it below.
    </div>`,
    html`<ul>
      ${[...lines, ...counter]}
    </ul>`,
  ];
}

function slotFields(
  proposal: Proposal,
  me: AttendeeView,
  reader: ZonedReader,
  typed: URLSearchParams,
): readonly SafeHtml[] {
  return proposal.slots.map((slot, index) => {
    const voted = me.ballot?.round === proposal.round ? me.ballot.answers[slotKey(slot)] : undefined;
    const given = typed.get(`vote${index}`) ?? voted;
    const options = choices.map(([answer, label]) =>
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
  reader: ZonedReader,
  key: string,
  typed: URLSearchParams,
): SafeHtml {
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
      <legend>Another time (optional)</legend>
      <label>Day <input type="date" name="date" value="${typed.get('date') ?? date}" /></label
      ><label>Start <input type="time" name="time" value="${typed.get('time') ?? time}" /></label>
    </fieldset>
    <label>Comment (optional) <textarea name="comment" rows="2" maxlength="1000">${comment}</textarea></label
    ><button type="submit">Send my answer</button>
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
  key: string,
  notice?: string,
  typed = new URLSearchParams(),
): string {
  const reader = pageReader(view, me);
  return page(view.title, [
    ...head(view, reader),
    ...(notice === undefined
      ? myAnswer(me, proposal, reader)
      : [html`<div class="notice" role="alert">${notice}</div>`]),
    html`<p>Hello ${me.person.displayName}, please answer by ${momentText(proposal.deadline, reader)}.</p>`,
    form(
      view,
      proposal,
      me,
      reader,
      key,
      typed.get('round') === String(proposal.round) ? typed : new URLSearchParams(),
    ),
    html`<h2>Answers so far</h2>`,
    others(view),
  ]);
}

/** What has become of a meeting that no longer takes answers. */
export function closedPage(view: MeetingView, me: AttendeeView): string {
  const reader = pageReader(view, me);
  switch (view.status) {
    case 'confirmed':
      return page(view.title, [
        ...head(view, reader),
        html`<div class="notice" role="status">
          This meeting is confirmed: ${view.booking === undefined ? '' : slotText(view.booking.slot, reader)}.
        </div>`,
        html`<p>You will find it in the invitation that you got by mail.</p>`,
      ]);
    case 'cancelled':
      return messagePage(
        view.title,
        `${view.outcome ?? 'This meeting was cancelled.'} There is nothing to answer any more.`,
      );
    case 'expired':
    case 'unschedulable':
      return messagePage(
        view.title,
        `${view.outcome ?? 'This meeting will not take place.'} There is nothing to answer any more.`,
      );
    case 'searching':
    case 'proposed':
      return messagePage(view.title, 'New times are being looked for. You will get a new mail with them.');
  }
}
