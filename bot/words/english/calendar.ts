/** Texts in calendars and plans, which everyone reads alike. */
export const calendar = {
  hold: (title: string) => `Hold: ${title}`,
  preparation: (title: string) => `Prepare: ${title}`,
  comments: {
    moved: 'The meeting was moved. A new invitation is on its way.',
    otherTimeChosen: 'Another time was chosen. A new invitation is on its way.',
    staysBooked: 'The meeting stays at the time that was booked before.',
  },
};
