import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { challengeTag, signOffChallenge } from '@/domain/record/sign-off-challenge';
import vector from '@/tests/vectors/sign-off-v3.json';

it('[R13] is the digest of the tag and the statement, as another implementation has it', () => {
  const statement = new TextEncoder().encode(vector.canonical);
  expect(signOffChallenge(statement)).toBe(vector.challenge);
  expect(vector.challenge).toBe(createHash('sha256').update(challengeTag).update(statement).digest('base64url'));
  expect(vector.challenge).not.toBe(createHash('sha256').update(statement).digest('base64url'));
});
