import { describe, expect, it } from 'vitest';
import { recipeOf } from '@/app/(public)/_verdict/recipe';

describe('the recipe for a personal key’s signature', () => {
  it('[R15] names this site, fetches each file once, and asks openssl by the kind of key', () => {
    const facts = {
      origin: 'https://facts.example.org',
      ...{ record: 'r', statement: 's', clientDataJSON: 'c', authenticatorData: 'a', signature: 'g', pem: 'p' },
    };
    const [edwards, curve] = [-8, -7].map((algorithm) => recipeOf({ ...facts, algorithm }).join('\n'));
    expect(edwards).toContain('"$CHALLENGE" https://facts.example.org facts.example.org');
    expect(edwards?.match(/^curl /gm)).toHaveLength(6);
    expect(edwards).toContain('openssl pkeyutl -verify');
    expect(curve).toContain('openssl dgst -sha256 -verify');
  });
});
