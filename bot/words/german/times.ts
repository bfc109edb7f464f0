import type { Words } from '../words.ts';

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Cities of the tz database that have another name in German. */
const cities: Readonly<Record<string, string>> = {
  Athens: 'Athen',
  Brussels: 'Brüssel',
  Bucharest: 'Bukarest',
  Cairo: 'Kairo',
  Copenhagen: 'Kopenhagen',
  'Hong Kong': 'Hongkong',
  Kolkata: 'Kalkutta',
  Calcutta: 'Kalkutta',
  Kyiv: 'Kiew',
  Lisbon: 'Lissabon',
  Luxembourg: 'Luxemburg',
  'Mexico City': 'Mexiko-Stadt',
  Moscow: 'Moskau',
  Prague: 'Prag',
  Rome: 'Rom',
  Singapore: 'Singapur',
  Tehran: 'Teheran',
  Tokyo: 'Tokio',
  Vienna: 'Wien',
  Warsaw: 'Warschau',
  Zurich: 'Zürich',
};

/** Cities whose zone is named by an adjective; “Ortszeit Tokio” is right everywhere else. */
const adjectives: Readonly<Record<string, string>> = {
  Berlin: 'Berliner',
  London: 'Londoner',
  Madrid: 'Madrider',
  'New York': 'New Yorker',
  Paris: 'Pariser',
  Vienna: 'Wiener',
  Zurich: 'Zürcher',
};

export const times: Words['times'] = {
  duration: (hours, minutes) => {
    if (hours === 0) return counted(minutes, 'Minute', 'Minuten');
    return minutes === 0 ? counted(hours, 'Stunde', 'Stunden') : `${hours} Std. ${minutes} Min.`;
  },
  clock: (text, hourCycle) => (hourCycle === 'h23' ? `${text}\u00a0Uhr` : text),
  city: (city) => cities[city] ?? city,
  zoneOf: (city) => {
    const adjective = adjectives[city];
    return adjective === undefined ? `Ortszeit ${cities[city] ?? city}` : `${adjective} Zeit`;
  },
  list: (parts) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`,
};
