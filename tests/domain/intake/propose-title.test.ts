import { describe, expect, it } from 'vitest';
import { proposeTitle } from '@/domain/intake/propose-title';
import { paragraphLimits } from '@/domain/record/shape';

describe('a title to begin with', () => {
  it('[IN13] is a short sentence itself, without its stop', () => {
    expect(proposeTitle('Misinformation delays a settlement by nine months on average.')).toBe(
      'Misinformation delays a settlement by nine months on average',
    );
  });

  it('[IN13] is none where the part would lose a figure', () => {
    expect(
      proposeTitle(
        'The bank has set aside 12 billion euros for this, and where loans were tied to reforms, it went 25 per cent faster.',
      ),
    ).toBe('');
  });

  it('[IN13] is the part of a long one up to a comma, never a part of a part', () => {
    const long =
      'In 2020 the parties signed an agreement in Doha, and what followed was longer than any talks on a single track had achieved.';
    expect(proposeTitle(long)).toBe('In 2020 the parties signed an agreement in Doha');
    expect(proposeTitle(`They promised more joint exercises (on land, at sea) ${'and in the air '.repeat(4)}`)).toBe('');
    expect(proposeTitle(`The minister said that “it was, in his words, ${'a great success '.repeat(4)}”`)).toBe('');
    expect(proposeTitle(`The ceasefire did not hold ${'for a long time '.repeat(8)}`)).toBe('');
    expect(proposeTitle(`Yes, ${'and then some more '.repeat(8)}`)).toBe('');
  });

  it.each(['.', ', ', ' – ', '. ', ', 5 ', '… a'])('[IN13] [IN14] is none for 200,000 characters of: %j', (piece) => {
    const hostile = piece.repeat(200_000 / piece.length);
    expect(proposeTitle(`The ferry to the island ran ${'day and night '.repeat(8)}${hostile}x`)).toBe('');
    expect([...proposeTitle(`${hostile}x`)].length).toBeLessThanOrEqual(paragraphLimits.title);
    expect(proposeTitle(`The ferry did not run${'.'.repeat(200_000)}`)).toBe('The ferry did not run');
  });
});
