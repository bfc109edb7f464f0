import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { CalendarComment, MeetingWriter } from '../../workflows/ports/meeting-writer.ts';
import { outcomeText } from './decision-text.ts';
import { newsText } from './news-text.ts';
import type { Reader } from './reader.ts';
import { createReader, readerIn } from './reader.ts';
import { durationText, longMomentText, longSlotText, zoneText } from './times.ts';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 63};`);
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

/** The organizer's words, for what several people read. */
function organizersReader({ organizer, timeZone }: Pick<NamedMeeting, 'organizer' | 'timeZone'>): Reader {
  const { locale, hourCycle } = organizer;
  return createReader({ locale, hourCycle, timeZone: organizer.timeZone ?? timeZone });
}

function questionHtml(view: MeetingView, recipient: Person, link: string, reader: Reader): string {
  const { words, timeZone } = reader;
  const { hello, question } = words.mails;
  const { proposal, agenda, title } = view;
  const duration = durationText(view.durationMinutes, reader);
  const slots = (proposal?.slots ?? []).map((slot) => `<li>${escaped(longSlotText(slot, reader))}</li>`);
  return [
    paragraph(hello(recipient.displayName)),
    paragraph(question.asks(view.organizer.displayName, title, duration)),
    ...(agenda === undefined ? [] : [paragraph(agenda)]),
    `<ul>${slots.join('')}</ul>`,
    paragraph(question.zone(zoneText(timeZone, reader))),
    ...(proposal === undefined
      ? []
      : [paragraph(question.answerBy(longMomentText(proposal.deadline, reader)))]),
    `<p><a href="${escaped(link)}">${escaped(question.answerHere)}</a>. ${escaped(question.linkIsYours)}</p>`,
  ].join('');
}

function comment(meeting: NamedMeeting, given: CalendarComment): string {
  const reader = organizersReader(meeting);
  const { comments } = reader.words.calendar;
  switch (given.kind) {
    case 'moved':
    case 'otherTimeChosen':
    case 'staysBooked':
      return comments[given.kind];
    case 'cancelled':
    case 'notAnswered':
    case 'notDecided':
    case 'noTimes':
    case 'tookPlace':
      return outcomeText(given, meeting, reader);
  }
}

/** The words of mails, calendars and plans; see the port for whose they are. */
export const meetingWriter: MeetingWriter = {
  questionMail({ view, recipient, link, isReminder }) {
    const reader = readerIn(view, recipient.id);
    const { question } = reader.words.mails;
    const isOne = (view.proposal?.slots.length ?? 1) === 1;
    const subject = isOne ? question.subject(view.title) : question.subjectOfSeveral(view.title);
    return {
      subject: isReminder ? question.reminder(subject) : subject,
      html: questionHtml(view, recipient, link, reader),
    };
  },
  newsMail({ view, recipient, since }) {
    const reader = readerIn(view, recipient.id);
    const news = newsText(view, recipient.id, since, reader);
    const hello = paragraph(reader.words.mails.hello(recipient.displayName));
    return { subject: view.title, html: news === undefined ? hello : `${hello}${paragraph(news)}` };
  },
  calendarComment: comment,
  holdTitle: (view) => organizersReader(view).words.calendar.hold(view.title),
  preparationTitle: (view) => organizersReader(view).words.calendar.preparation(view.title),
};
