import type { Letter, MailText, MailWriter } from '../../workflows/ports/mail-writer.ts';
import type { Store } from '../../workflows/ports/store.ts';
import { createPersonalChats } from '../messenger/personal-chats.ts';
import { html } from '../web/html.ts';
import { askerText } from '../words/names.ts';
import { newsText } from '../words/news-text.ts';
import type { Reader } from '../words/reader.ts';
import { readerIn } from '../words/reader.ts';
import { durationText, longMomentText, longSlotText, zoneText } from '../words/times.ts';

/** A question with the link by which it is answered. */
function questionMail(letter: Letter, link: string, reader: Reader): MailText {
  const { view, recipient, announcement } = letter;
  const { hello, question } = reader.words.mails;
  const { slots = [], deadline } = view.proposal ?? {};
  const subject = slots.length > 1 ? question.subjectOfSeveral(view.title) : question.subject(view.title);
  const asked = question.asks(
    askerText(view, reader.words),
    view.title,
    durationText(view.durationMinutes, reader),
  );
  return {
    subject: announcement.purpose === 'remind' ? question.reminder(subject) : subject,
    html: [
      html`<p>${hello(recipient.displayName)}</p>`,
      html`<p>${asked}</p>`,
      ...(view.agenda === undefined ? [] : [html`<p>${view.agenda}</p>`]),
      ...(view.place === undefined ? [] : [html`<p>${question.place(view.place)}</p>`]),
      html`<ul>
        ${slots.map((slot) => html`<li>${longSlotText(slot, reader)}</li>`)}
      </ul>`,
      html`<p>${question.zone(zoneText(reader.timeZone, reader))}</p>`,
      ...(deadline === undefined
        ? []
        : [html`<p>${question.answerBy(longMomentText(deadline, reader))}</p>`]),
      html`<p><a href="${link}">${question.answerHere}</a> · ${question.linkIsYours}</p>`,
    ]
      .map(({ text }) => text)
      .join(''),
  };
}

/** What is new about the meeting. */
function newsMail({ view, recipient, announcement }: Letter, reader: Reader): MailText {
  const { since = view.version } = announcement;
  const news = newsText(view, recipient.id, since, reader);
  return {
    subject: view.title,
    html: html`<p>${reader.words.mails.hello(recipient.displayName)}</p>
      <p>${news ?? ''}</p>`.text,
  };
}

/** The port over our words; the store knows which language somebody's Teams speaks. */
export function createMailWriter(store: Store): MailWriter {
  const chats = createPersonalChats(store);
  return {
    async write(letter) {
      const { view, recipient, link } = letter;
      const teamsLocale = (await chats.find(recipient.id))?.locale;
      const reader = readerIn(view, recipient.id, teamsLocale);
      return link === undefined ? newsMail(letter, reader) : questionMail(letter, link, reader);
    },
  };
}
