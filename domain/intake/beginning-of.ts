/** The first characters of a text, none of them cut in two: half of one could not be stored. */
export function beginningOf(text: string, most: number): string {
  // Two places for each character.
  return [...text.slice(0, 2 * most)].slice(0, most).join('');
}
