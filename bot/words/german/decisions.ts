import type { Names } from '../names.ts';
import type { Words } from '../words.ts';

function notAnswered(silent: Names | undefined): string {
  if (silent === undefined) return 'Es haben nicht genug Personen rechtzeitig zugestimmt.';
  return `${silent.text} ${silent.count === 1 ? 'hat' : 'haben'} nicht rechtzeitig geantwortet.`;
}

const noTimes = 'Keine Zeit passt allen, die dabei sein müssen.';
const noTimesFound = 'Es konnte keine Zeit gefunden werden.';

export const decisions: Words['decisions'] = {
  questions: {
    confirm: 'Es haben genug Personen zugestimmt.',
    roundsExhausted: (rounds) =>
      `Nach ${rounds === 1 ? 'einer Runde' : `${rounds} Runden`} passt keine Zeit allen.`,
    deadline: notAnswered,
    noSlot: (isBooked, hasFailed) => {
      if (hasFailed) return isBooked ? 'Es konnte keine andere Zeit gefunden werden.' : noTimesFound;
      return isBooked ? 'Keine andere Zeit passt allen, die dabei sein müssen.' : noTimes;
    },
    notBooked: 'Die Besprechung konnte nicht gebucht werden.',
  },
  advice: {
    confirm: 'Bestätigen Sie die Besprechung, dann wird sie gebucht.',
    roundsExhausted: 'Wählen Sie eine der Zeiten, schlagen Sie andere vor, oder sagen Sie ab.',
    deadline:
      'Bestätigen Sie eine der Zeiten, lassen Sie erinnern, schlagen Sie andere vor, oder sagen Sie ab.',
    noSlot: 'Lassen Sie mehr Tage zu, kürzen Sie die Besprechung, oder schlagen Sie trotzdem eine Zeit vor.',
    noOtherSlot: 'Die Besprechung bleibt, wo sie ist.',
    conflict: 'Wählen Sie eine andere Zeit, oder sagen Sie ab.',
    eventMoved: 'Suchen Sie eine andere Zeit, oder lassen Sie es dabei.',
    eventDeclined: 'Suchen Sie eine andere Zeit, oder lassen Sie es dabei.',
  },
  outcomes: {
    cancelled: (by, reason) =>
      reason === undefined
        ? `${by} hat die Besprechung abgesagt.`
        : `${by} hat die Besprechung abgesagt: „${reason}“`,
    notAnswered,
    notDecided: 'Niemand hat rechtzeitig entschieden.',
    noTimes,
    noTimesFound,
    tookPlace: 'Die Besprechung hat stattgefunden.',
  },
};
