/** Mails to whom Teams does not reach; plain text that is escaped where it is put into HTML. */
export const mails = {
  hello: (name: string) => `Hello ${name},`,
  question: {
    subject: (title: string) => `${title}: does this time suit you?`,
    subjectOfSeveral: (title: string) => `${title}: which of these times suit you?`,
    reminder: (subject: string) => `Reminder: ${subject}`,
    asks: (organizer: string, title: string, duration: string) =>
      `${organizer} would like to meet you: “${title}”, ${duration}.`,
    place: (place: string) => `Place: ${place}`,
    zone: (zone: string) => `All times are in ${zone}.`,
    answerBy: (moment: string) => `Please answer by ${moment}.`,
    answerHere: 'Answer here',
    linkIsYours: 'This link is for you alone.',
  },
};
