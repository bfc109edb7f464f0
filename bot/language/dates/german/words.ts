import type { WordRow } from '../word-rows.ts';
import { monthRows, numberRows, partRow, shiftRow, unitRow, weekdayRows } from '../word-rows.ts';

const weekdays = 'montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(' ');
const short = ['mo', 'di', 'mi', 'do', 'fr', 'sa sonnabend', 'so'];

/** German words of dates and times. */
export const germanWords: readonly WordRow[] = [
  ...monthRows([
    'januar jan jänner jaenner',
    'februar feb',
    'märz maerz mrz',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sep sept',
    'oktober okt',
    'november nov',
    'dezember dez',
  ]),
  ...weekdayRows(
    weekdays.map((name, index) => `${name} ${short[index] ?? ''}`.trim()),
    weekdays.map((name) => `${name}s`),
  ),
  ...numberRows(
    [
      'ein|eins|eine|einer|einem|einen zwei drei vier fünf|fuenf sechs sieben acht neun zehn elf zwölf|zwoelf',
      'dreizehn vierzehn fünfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
    ]
      .join(' ')
      .split(' ')
      .map((words) => words.replaceAll('|', ' ')),
  ),
  ['dreißig dreissig', { kind: 'number', value: 30 }],
  ['vierzig', { kind: 'number', value: 40 }],
  ['fünfundvierzig fuenfundvierzig', { kind: 'number', value: 45 }],
  ['fünfzig fuenfzig', { kind: 'number', value: 50 }],
  ['sechzig', { kind: 'number', value: 60 }],
  ['neunzig', { kind: 'number', value: 90 }],
  ['anderthalb eineinhalb', { kind: 'number', value: 1.5 }],
  ['zweieinhalb', { kind: 'number', value: 2.5 }],
  ...unitRow('second', 'sekunde sek', 'sekunden'),
  ...unitRow('minute', 'minute min', 'minuten mins'),
  ...unitRow('hour', 'stunde std', 'stunden stdn'),
  ...unitRow('day', 'tag', 'tage tagen'),
  ...unitRow('businessDay', 'werktag arbeitstag', 'werktage werktagen arbeitstage arbeitstagen'),
  ...unitRow('week', 'woche', 'wochen'),
  ...unitRow('weekend', 'wochenende', 'wochenenden'),
  ...unitRow('month', 'monat monats', 'monate monaten'),
  ...unitRow('quarter', 'quartal quartals', 'quartale quartalen'),
  ...unitRow('year', 'jahr jahres', 'jahre jahren'),
  shiftRow('next', 'nächste nächsten nächster nächstes nächstem naechste naechsten naechster naechstes'),
  shiftRow('coming', 'kommende kommenden kommender kommendes'),
  shiftRow('this', 'diese diesen dieser dieses diesem'),
  shiftRow('last', 'letzte letzten letzter letztes vorige vorigen voriger voriges vergangene vergangenen'),
  partRow('morning', 'vormittag vormittags morgens früh frueh'),
  partRow('lunch', 'mittag mittags mittagessen'),
  partRow('afternoon', 'nachmittag nachmittags'),
  partRow('evening', 'abend abends'),
  partRow('night', 'nacht nachts'),
  ...weekdays.flatMap((name, value): WordRow[] => [
    [`${name}vormittag ${name}morgen`, dayPart(value, 'morning')],
    [`${name}nachmittag`, dayPart(value, 'afternoon')],
    [`${name}abend`, dayPart(value, 'evening')],
  ]),
];

function dayPart(value: number, part: 'morning' | 'afternoon' | 'evening'): WordRow[1] {
  return { kind: 'weekdays', values: [value], part };
}
