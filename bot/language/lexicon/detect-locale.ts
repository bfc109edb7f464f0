import type { Token } from '../grammar/token.ts';
import type { Locale } from '../grammar/locale.ts';

/** Words that stand in most sentences about meetings of one language and in hardly any of another. */
const telling: Readonly<Record<Exclude<Locale, 'en'>, ReadonlySet<string>>> = {
  de: new Set(
    [
      'mit und oder für fuer nächste nächsten nächster naechste woche uhr stunde stunden minuten heute morgen übermorgen bitte',
      'montag dienstag mittwoch donnerstag freitag am um im ohne nicht einen eine eines ich wir über termin treffen besprechung',
      'hilfe termine meine lieber besser wäre verschiebe verschieb absagen sag erinnere bestätige dazu nur bitte mach später früher wer hat mittagessen raum uns kurz kommenden',
      'ist sind haben habe mein meinen meinem dass es auf zu vom beim den dem ein als ach ja nein passt welcher welche wann wo warum wie du noch alle raus ins kein keine dann aus bei nach vor alles doch schon schick egal vergiss letzte letzten zweiten ersten nehmen nimm kann können könnten mach sich werde jeden jedem',
      'vormittag nachmittag abend zwischen bis ab kannst brauche kommende diese diesen der die das zum',
    ]
      .join(' ')
      .split(' '),
  ),
  fr: new Set(
    [
      'avec et ou pour semaine prochaine prochain heure heures demain matin midi soir réunion reunion lundi mardi mercredi',
      'jeudi vendredi le la les une du des nous je vous sans pas entre avant après dans cette plaît plait bonjour sur',
      'est ce que qu c j n d l quoi quel quelle où pourquoi quand ma notre un et à de en y ne oui non ça on tu ai suis sommes dans salle lien dernier deuxième premier merci parfait annuler supprimer supprime ajouter mettre changer salut voir puis ils elle il se au aux s vendredi été faut cherche',
      'aide plutôt plutot mes annule déplace reporte confirme relance ajoute déjeuner qui quart demi trois au aux dès que possible tôt tard mieux',
    ]
      .join(' ')
      .split(' '),
  ),
  es: new Set(
    [
      'con para semana próxima proxima próximo proximo hora horas mañana manana tarde reunión reunion lunes martes miércoles',
      'miercoles jueves viernes el los las una del nosotros sin entre antes después hoy esta este media que viene sobre favor',
      'la a de mi y en que qué es se lo un su al sí dónde cuándo quién cuál por cómo está son tengo puede puedes puedo pon quita saca borra cita citas sala nueva nuevo perfecto vale estoy sin más algo eso ese esa yo tu hay ha han ir cambia última segunda primera desde cambiar añadir hacer',
      'ayuda mejor mis cancela mueve aplaza confirma añade quién todos cuarto lo antes posible necesito podemos quiero comida pasado dentro reuniones también',
    ]
      .join(' ')
      .split(' '),
  ),
};

const english = new Set(
  [
    'with and or for next week hour hours minutes tomorrow morning afternoon evening meeting monday tuesday wednesday',
    'thursday friday the an of on at to not what my is who me it can you have this that do does are am let us go one without between before after please about we i can need schedule this',
  ]
    .join(' ')
    .split(' '),
);

/** English words of commands; they tell where nothing else does. */
const englishCommands = new Set(
  'my what which who how is are it them me show tell remind confirm cancel move pending yes thanks hello help rather everyone'.split(
    ' ',
  ),
);

/** The language with most telling words; English where none has more. */
export function detectLocale(tokens: readonly Token[]): Locale {
  return tellingLocale(tokens) ?? 'en';
}

/** The same; undefined for words that no language tells apart, such as "Bob 30". */
export function tellingLocale(tokens: readonly Token[]): Locale | undefined {
  let most = tokens.filter(({ text }) => english.has(text)).length;
  let best: Locale | undefined = most > 0 ? 'en' : undefined;
  for (const locale of ['de', 'fr', 'es'] as const) {
    const count = tokens.filter(({ text }) => telling[locale].has(text)).length;
    if (count > most) {
      best = locale;
      most = count;
    }
  }
  return best ?? (tokens.some(({ text }) => englishCommands.has(text)) ? 'en' : undefined);
}
