const thanks = /\b(?:thanks?|thx|ty|cheers|danke|dankeschön|merci|gracias)\b/iu;
const greeting =
  /^\W*(?:hi|hey|hello|hiya|good (?:morning|afternoon|evening|day)|hallo|moin|servus|guten (?:morgen|tag|abend)|bonjour|bonsoir|salut|coucou|hola|buen[oa]s)\b/iu;

/** What sort of friendly words these are. */
export function smallTalk(text: string): 'thanks' | 'greeting' | 'other' {
  if (thanks.test(text)) return 'thanks';
  return greeting.test(text) ? 'greeting' : 'other';
}
