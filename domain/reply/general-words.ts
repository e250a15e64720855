import { line } from '@/domain/text-input';
import { askedLimit } from './contact-channels';

/** Whom somebody asked, such as "press office": never an address, a number to call or a handle (SPEC RR1). */
export const generalWords = line(askedLimit).refine((value) => !holdsAddress(value), { message: 'address-in-words' });

/** An at sign, a web address, or five digits that belong together, in the digits of any script. */
export function holdsAddress(value: string): boolean {
  return /@|https?:|www\.|\b[\p{L}\p{N}-]+\.(?:com|org|net|info|int|gov|io|me)\b|(?:\p{Nd}[\s()./-]*){5,}/iu.test(value);
}
