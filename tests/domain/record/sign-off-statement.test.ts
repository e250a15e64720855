import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { positionOf, readStatement, SignOffStatement } from '@/domain/record/sign-off-statement';
import first from '@/tests/vectors/sign-off.json';
import second from '@/tests/vectors/sign-off-v2.json';
import third from '@/tests/vectors/sign-off-v3.json';

describe.each([
  { version: 1, vector: first },
  { version: 2, vector: second },
  { version: 3, vector: third },
])('a sign-off statement of version $version', ({ version, vector }) => {
  const statement = SignOffStatement.parse(vector.statement);
  const names = Object.keys(statement);

  it('[R7] has the bytes and the digest that the vector holds', () => {
    expect(statement.v).toBe(version);
    expect(new TextDecoder().decode(canonicalBytes(statement))).toBe(vector.canonical);
    expect(digestOf(canonicalBytes(statement))).toBe(vector.sha256);
  });

  it.each(names.filter((name) => !['cites', 'conflict'].includes(name)))('[R7] names %s', (name) => {
    const rest = Object.fromEntries(Object.entries(statement).filter(([key]) => key !== name));
    expect(SignOffStatement.safeParse(rest).success).toBe(false);
  });

  it.each(names.filter((name) => name !== 'v' && name !== 'type'))('[R7] is another statement when %s changes', (name) => {
    const other: Record<string, string> = { decision: 'abstain', cites: 'E2', conflict: 'none' };
    const value = other[name] ?? 'a'.repeat(64);
    const changed = SignOffStatement.parse({ ...statement, [name]: value });
    expect(digestOf(canonicalBytes(changed))).not.toBe(vector.sha256);
  });

  it.each([
    { v: 4 },
    { ground: 'boredom' },
    { type: 'record' },
    { decision: 'silence' },
    { recordSha256: 'A'.repeat(64) },
    { charterSha256: 'a'.repeat(63) },
    { nonce: '' },
    { cites: '' },
    { signedAt: '2026-01-15T10:00:00Z' },
  ])('[R7] is closed: %j is refused', (change) =>
    expect(SignOffStatement.safeParse({ ...statement, ...change }).success).toBe(false),
  );
});

describe('what a sign-off statement says', () => {
  it('[R7] keeps a citation apart from the reason, so that no reason passes for one', () => {
    const base = { ...SignOffStatement.parse(second.statement), v: 2, decision: 'approve' };
    const cited = SignOffStatement.parse({ ...base, reason: 'a text', cites: 'E1' });
    const said = SignOffStatement.parse({ ...base, reason: 'E1: a text', cites: undefined });
    expect(new TextDecoder().decode(canonicalBytes(cited))).not.toBe(new TextDecoder().decode(canonicalBytes(said)));
    expect(positionOf(cited)).toEqual({ decision: 'approve', reason: 'a text', cites: 'E1', ground: null });
    expect(positionOf(said)).toEqual({ decision: 'approve', reason: 'E1: a text', cites: null, ground: null });
  });

  it('[R7] is read from its bytes, and bytes that are no statement are none', () => {
    const { canonical, statement } = third;
    expect(readStatement(new TextEncoder().encode(canonical))).toEqual(statement);
    expect(positionOf(SignOffStatement.parse(statement))).toMatchObject({ decision: 'dissent', cites: 'E1' });
    for (const text of ['', '{}', `${canonical}}`]) expect(() => readStatement(new TextEncoder().encode(text))).toThrow();
    expect(() => readStatement(new Uint8Array([0xff]))).toThrow();
  });

  it('[R7] of version 1 is its reason as it was signed', () => {
    const statement = SignOffStatement.parse(first.statement);
    expect(positionOf(statement)).toEqual({ decision: 'dissent', reason: first.statement.reason, cites: null, ground: null });
    expect(SignOffStatement.safeParse({ ...statement, cites: 'E1' }).success).toBe(false);
    expect(positionOf(SignOffStatement.parse({ ...statement, decision: 'approve', reason: '' })).reason).toBeNull();
  });
});
