import { asLatin } from '@/domain/record/lookalikes';
import { text } from '@/domain/text-input';

/**
 * A publisher's name: words of one alphabet each, so that no letter of it passes for another (SPEC S10). Words of different alphabets may stand side by
 * side; Chinese, Japanese and Korean mix theirs by nature and are not looked at.
 */
export const PublisherName = text(200).refine((name) => !hasMixedWord(name), { message: 'mixed-scripts' });

/** The key by which two names are one body's (SPEC S10): case, white space, punctuation, unseen marks, accents and look-alike letters tell nobody apart. */
export function foldedName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
  const folded = Array.from(plain, asLatin).join('');
  // A name of signs alone is compared as it stands.
  return folded === '' ? name.normalize('NFKC').toLowerCase() : folded;
}

const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
];

function hasMixedWord(name: string): boolean {
  const words = name.normalize('NFKC').split(/[^\p{L}\p{M}\p{Default_Ignorable_Code_Point}]+/u);
  return words.some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
}
