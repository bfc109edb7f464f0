import type { WordRow } from '../word-rows.ts';
import { monthRows, numberRows, partRow, shiftRow, unitRow, weekdayRows } from '../word-rows.ts';

const weekdays = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');

/** French words of dates and times. */
export const frenchWords: readonly WordRow[] = [
  ...monthRows([
    'janvier janv',
    'février fevrier févr fev',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'août aout',
    'septembre sept',
    'octobre oct',
    'novembre nov',
    'décembre decembre déc dec',
  ]),
  ...weekdayRows(
    weekdays,
    weekdays.map((name) => `${name}s`),
  ),
  ...numberRows(
    'un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
      .split(' ')
      .map((words) => words.replaceAll('|', ' ')),
  ),
  ['vingt', { kind: 'number', value: 20 }],
  ['trente', { kind: 'number', value: 30 }],
  ['quarante', { kind: 'number', value: 40 }],
  ['cinquante', { kind: 'number', value: 50 }],
  ['premier 1er', { kind: 'ordinal', value: 1 }],
  ...unitRow('second', 'seconde', 'secondes'),
  ...unitRow('minute', 'minute min mn', 'minutes mins'),
  ...unitRow('hour', 'heure', 'heures'),
  ...unitRow('day', 'jour', 'jours'),
  ...unitRow('week', 'semaine', 'semaines'),
  ...unitRow('month', 'mois', ''),
  ...unitRow('quarter', 'trimestre', 'trimestres'),
  ...unitRow('year', 'an année annee', 'ans années'),
  shiftRow('next', 'prochain prochaine prochains prochaines'),
  shiftRow('this', 'ce cet cette'),
  shiftRow('last', 'dernier dernière derniere derniers dernières passé passée'),
  partRow('morning', 'matin matinée matinee'),
  partRow('lunch', 'déjeuner dejeuner'),
  partRow('evening', 'soir soirée soiree'),
  partRow('night', 'nuit'),
];
