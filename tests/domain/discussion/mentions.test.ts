import { describe, expect, it } from 'vitest';
import { commentParts, mentionBegun, saysName } from '@/domain/discussion/mentions';

describe('[K5] a mention', () => {
  it('is seen in the words, the longer of two names that begin alike', () => {
    const parts = commentParts('See @Ann, and @Ann Berg. @Nobody', ['Ann', 'Ann Berg']);
    expect(parts).toEqual([
      { text: 'See ', isMention: false },
      { text: '@Ann', isMention: true },
      { text: ', and ', isMention: false },
      { text: '@Ann Berg', isMention: true },
      { text: '. @Nobody', isMention: false },
    ]);
    expect(commentParts('Nobody here', ['Ann'])).toEqual([{ text: 'Nobody here', isMention: false }]);
    expect(commentParts('', ['Ann'])).toEqual([]);
  });

  it('counts only where the name is said after its sign', () => {
    expect([saysName('Ask @Ann Berg', 'Ann Berg'), saysName('Ask Ann Berg', 'Ann Berg')]).toEqual([true, false]);
  });

  it('begins at a sign that begins a word, and goes on over the spaces of a name', () => {
    expect([mentionBegun('@'), mentionBegun('Ask @Ann B'), mentionBegun('(@Ann')]).toEqual(['', 'Ann B', 'Ann']);
    for (const none of ['Ask Ann', 'ann@example', '@Ann\n', '']) expect(mentionBegun(none), none).toBeUndefined();
  });
});
