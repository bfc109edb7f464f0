/** Letters that Unicode does not decompose into a plain one and a mark, as people without such keys write them. */
const undecomposed: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
};

/** Letters that German and Scandinavian writers spell with two: Müller is Mueller, Søren is Soeren. */
const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

const isPlain = /^[A-Za-z\d]*$/;

function spelled(word: string, letters: Readonly<Record<string, string>>): string {
  return word.replace(/[^a-z]/g, (letter) => letters[letter] ?? letter);
}

/** In lower case and in plain letters: "Łukasik" is "lukasik", "José" is "jose". */
export function plainLetters(word: string): string {
  if (isPlain.test(word)) return word.toLowerCase();
  return spelled(word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''), undecomposed);
}

/** All the ways in which a word is written without special letters, the plainest first: muller, mueller. */
export function foldings(word: string): readonly string[] {
  const plain = plainLetters(word);
  if (isPlain.test(word)) return [plain];
  const long = plainLetters(spelled(word.toLowerCase().normalize('NFC'), digraphs));
  return plain === long ? [plain] : [plain, long];
}

/** Whether two words are the same but for letters that not every keyboard has. */
export function isSameWord(one: string, other: string): boolean {
  const others = foldings(other);
  return foldings(one).some((form) => others.includes(form));
}
