import type { WordRow } from '../word-rows.ts';
import { monthRows, numberRows, partRow, shiftRow, unitRow, weekdayRows } from '../word-rows.ts';

/** Spanish words of dates and times. */
export const spanishWords: readonly WordRow[] = [
  ...monthRows([
    'enero ene',
    'febrero feb',
    'marzo mar',
    'abril abr',
    'mayo may',
    'junio jun',
    'julio jul',
    'agosto ago',
    'septiembre setiembre sep sept',
    'octubre oct',
    'noviembre nov',
    'diciembre dic',
  ]),
  ...weekdayRows([
    'lunes lun',
    'martes',
    'miércoles miercoles mié',
    'jueves jue',
    'viernes vie',
    'sábado sabado sáb',
    'domingo dom',
  ]),
  ...numberRows(
    [
      'un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis|dieciseis',
      'diecisiete dieciocho diecinueve veinte',
    ]
      .join(' ')
      .split(' ')
      .map((words) => words.replaceAll('|', ' ')),
  ),
  ['treinta', { kind: 'number', value: 30 }],
  ['cuarenta', { kind: 'number', value: 40 }],
  ['cincuenta', { kind: 'number', value: 50 }],
  ['noventa', { kind: 'number', value: 90 }],
  ...unitRow('second', 'segundo', 'segundos'),
  ...unitRow('minute', 'minuto min', 'minutos mins'),
  ...unitRow('hour', 'hora', 'horas'),
  ...unitRow('day', 'día dia', 'días dias'),
  ...unitRow('week', 'semana', 'semanas'),
  ...unitRow('month', 'mes', 'meses'),
  ...unitRow('quarter', 'trimestre', 'trimestres'),
  ...unitRow('year', 'año ano', 'años anos'),
  shiftRow(
    'next',
    'próximo próxima próximos próximas proximo proxima proximos proximas siguiente siguientes',
  ),
  shiftRow('this', 'este esta'),
  shiftRow('last', 'pasado pasada pasados pasadas último última últimos últimas ultimo ultima'),
  partRow('afternoon', 'tarde'),
  partRow('lunch', 'comida almuerzo'),
  partRow('evening', 'noche'),
  partRow('night', 'madrugada'),
];
