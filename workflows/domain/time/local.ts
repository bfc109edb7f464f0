/** Days as Microsoft Graph names them (`dayOfWeek`). */
export const daysOfWeek = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type DayOfWeek = (typeof daysOfWeek)[number];

/** A local wall-clock time, `HH:mm`, `00:00` to `24:00`. */
export type LocalTime = string;

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;
