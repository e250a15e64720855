import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import vector from '@/tests/vectors/sign-off.json';

const statement = SignOffStatement.parse(vector.statement);

describe('a sign-off statement', () => {
  it('[R7] has the bytes and the digest that the vector holds', () => {
    expect(new TextDecoder().decode(canonicalBytes(statement))).toBe(vector.canonical);
    expect(digestOf(canonicalBytes(statement))).toBe(vector.sha256);
  });

  it.each(Object.keys(statement))('[R7] names %s', (name) => {
    const rest = Object.fromEntries(Object.entries(statement).filter(([key]) => key !== name));
    expect(SignOffStatement.safeParse(rest).success).toBe(false);
  });

  it.each(['workspace', 'claim', 'revision', 'recordSha256', 'charterSha256', 'party', 'member', 'decision', 'reason', 'nonce'])(
    '[R7] is another statement when %s changes',
    (name) => {
      const value = name === 'decision' ? 'abstain' : 'a'.repeat(64);
      const changed = SignOffStatement.parse({ ...statement, [name]: value });
      expect(digestOf(canonicalBytes(changed))).not.toBe(vector.sha256);
    },
  );

  it.each([
    { v: 2 },
    { type: 'record' },
    { decision: 'silence' },
    { recordSha256: 'A'.repeat(64) },
    { charterSha256: 'a'.repeat(63) },
    { nonce: '' },
    { signedAt: '2026-01-15T10:00:00Z' },
  ])('[R7] is closed: %j is refused', (change) =>
    expect(SignOffStatement.safeParse({ ...statement, ...change }).success).toBe(false),
  );
});
