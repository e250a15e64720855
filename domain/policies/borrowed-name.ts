import { asRead } from '@/domain/record/lookalikes';

/** A party as its seat is spoken of. */
export type NamedParty = { name: string; letter: string };

/** Shorter than this, a party's name is part of too many words: then it is looked for as a word of its own. */
const shortName = 4;

/** What people call a seat, in every interface language, as `letters` spells it. A letter beside one of these names a party. */
const seatWords = new Set(
  ['moderator', 'checker', 'observer', 'mediator', 'party', 'desk', 'مشرف', 'مدقق', 'مراقب', 'وسيط', 'طرف', 'مكتب'].map(letters),
);

/**
 * The other party whose name or seat a chosen name borrows, or undefined (SPEC A8). Case, spaces, punctuation, vowel signs and letters that look
 * like Latin ones hide nothing.
 */
export function borrowedFrom<Party extends NamedParty>(
  name: string,
  { own, others }: { own?: NamedParty; others: readonly Party[] },
): Party | undefined {
  const ownName = own === undefined ? '' : letters(own.name);
  const whole = letters(name);
  const words = new Set(wordsOf(name));
  const speaksOfASeat = [...words].some((word) => seatWords.has(word));
  return others.find((party) => {
    const theirs = letters(party.name);
    // Where the own name holds theirs, saying the own name says nothing of them.
    const said = ownName.includes(theirs) ? whole.replaceAll(ownName, ' ') : whole;
    if (theirs.length >= shortName && said.includes(theirs)) return true;
    if (theirs !== '' && theirs.length < shortName && words.has(theirs)) return true;
    return speaksOfASeat && words.has(letters(party.letter));
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(letters);
}

/** The letters and digits of a text, folded so that what looks or reads alike is alike: a key to compare names by, and nothing to show. */
export function letters(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]|\u0640/gu, '');
  return Array.from(plain, asRead).join('');
}
