/** The web pages that guests see; in the language of their browser. */
export const pages = {
  answer: {
    asksFor: (organizer: string, duration: string, isOnline: boolean) =>
      `${organizer} asks for ${duration}${isOnline ? ', online' : ''}.`,
    zone: (zone: string) => `All times are in ${zone}.`,
    hello: (name: string, moment: string) => `Hello ${name}, please answer by ${moment}.`,
    newTimes: 'These times are new and replace the ones you were asked about before.',
    recorded: 'Thank you, your answer is recorded. You can still change it below.',
    youSuggested: 'You suggested',
    anotherTime: 'Another time (optional)',
    day: 'Day',
    start: 'Start',
    comment: 'Comment (optional)',
    send: 'Send my answer',
    answersSoFar: 'Answers so far',
  },
  form: {
    unreadable: 'The form couldn’t be read. Please fill it in again.',
    answerMissing: 'Please answer for every time.',
    halfATime: 'For another time, please give both the day and the start.',
    noSuchDay: 'There is no such day. Please check it.',
  },
  closed: {
    confirmed: (slot: string) => `This meeting is confirmed: ${slot}.`,
    invitation: 'You’ll find it in the invitation that you received by mail.',
    cancelled: 'This meeting was cancelled.',
    willNotTakePlace: 'This meeting won’t take place.',
    nothingToAnswer: 'There is nothing left to answer.',
    searching: 'New times are being searched; you’ll be asked again by mail.',
  },
  badLink: {
    title: 'This link doesn’t work',
    text: 'Please use the link exactly as it appears in the mail.',
  },
  expiredLink: {
    title: 'This link has expired',
    text: 'The time for an answer has passed. Please write to the organizer.',
  },
  notInvited: {
    title: 'You are no longer asked',
    text: 'You are not in this meeting, or it no longer exists.',
  },
  notNow: { title: 'Not just now', text: 'That didn’t work. Please try again in a minute.' },
  tooMany: { title: 'Too many requests', text: 'Please wait a minute.' },
  privacy: {
    title: 'Privacy',
    text: 'Assent keeps who is in a meeting, the times proposed and the answers given for as long as the meeting runs, and for 90 days after that. It reads when people are free or busy, never what their events are about. Nothing leaves the systems of the organisation that runs it.',
  },
  terms: {
    title: 'Terms of use',
    text: 'Assent is free software under the MIT licence. It comes without a warranty; the organisation that runs it is responsible for it.',
  },
};
