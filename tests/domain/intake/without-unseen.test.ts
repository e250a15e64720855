import { describe, expect, it } from 'vitest';
import { withoutUnseen } from '@/domain/intake/without-unseen';
import { forbiddenCharacter } from '@/domain/record/forbidden-characters';

describe('a pasted text', () => {
  it('loses the marks that nobody sees and no claim takes, and nothing else', () => {
    const pasted = '\ufeffA so\u00adft word,\u200b a line\r\nand \u202eanother\u202c: \u06a9\u200c\u0647 ✔\ufe0f\u0000.';
    const clean = withoutUnseen(pasted);
    expect(clean).toBe('A soft word, a line\nand another: \u06a9\u200c\u0647 ✔\ufe0f.');
    expect(forbiddenCharacter(clean)).toBeUndefined();
    expect(forbiddenCharacter(withoutUnseen('\u2067قال\u200f \ud800أحمد'))).toBeUndefined();
  });
});
