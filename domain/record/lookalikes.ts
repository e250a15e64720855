/** Small letters of other alphabets that are read as Latin ones (Unicode Technical Standard 39, confusables), and Arabic endings written in two ways. */
const ofOtherAlphabets: Record<string, string> = {
  a: 'аα',
  b: 'вβ',
  c: 'с',
  d: 'ԁ',
  e: 'еε',
  h: 'һн',
  i: 'іιӏ',
  j: 'ј',
  k: 'кκ',
  m: 'мμ',
  n: 'пη',
  o: 'оο',
  p: 'рρ',
  s: 'ѕς',
  t: 'тτ',
  u: 'υ',
  v: 'ν',
  w: 'ԝ',
  x: 'хχ',
  y: 'уү',
  z: 'ζ',
  ه: 'ة',
  ي: 'ى',
};
/** Latin letters and digits that are read as other ones. They tell real names apart (RTL and RTI), so not every comparison may fold them. */
const withinLatin: Record<string, string> = { i: 'ıl1', o: '0', s: '5' };

/** A small letter as it is read when alphabets are mixed up. */
export const asLatin = reader(ofOtherAlphabets);
/** The same, where nobody may be taken in by a digit either. */
export const asRead = reader(ofOtherAlphabets, withinLatin);

function reader(...tables: Record<string, string>[]): (letter: string) => string {
  const pairs = tables
    .flatMap((table) => Object.entries(table))
    .flatMap(([letter, alike]) => Array.from(alike, (other) => [other, letter] as const));
  const read = new Map<string, string>(pairs);
  return (letter) => read.get(letter) ?? letter;
}
