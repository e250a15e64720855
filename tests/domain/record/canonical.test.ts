import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf, questionDigest } from '@/domain/record/canonical';
import canonicalJson from '@/tests/vectors/canonical-json.json';
import digests from '@/tests/vectors/digests.json';

const textOf = (value: unknown) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(canonicalBytes(value));
const numberOf = (ieee754: string) => Buffer.from(ieee754, 'hex').readDoubleBE(0);

describe('canonical JSON', () => {
  it.each(canonicalJson.documents)('[R2] follows RFC 8785: $comment', ({ json, canonical, sha256 }) => {
    expect(textOf(JSON.parse(json))).toBe(canonical);
    expect(textOf(JSON.parse(canonical))).toBe(canonical);
    if (sha256 !== undefined) expect(digestOf(canonicalBytes(JSON.parse(json)))).toBe(sha256);
  });

  it.each(canonicalJson.numbers)('[R2] writes the number $ieee754 as $canonical', ({ ieee754, canonical }) => {
    expect(textOf(numberOf(ieee754))).toBe(canonical);
  });

  it.each(canonicalJson.refused)('[R2] has no bytes for $ieee754', ({ ieee754 }) => {
    expect(() => canonicalBytes(numberOf(ieee754))).toThrow('not allowed');
  });

  it.each([undefined, () => 1, Symbol('s')])('[R2] has no bytes for %s', (value) => {
    expect(() => canonicalBytes(value)).toThrow('Only JSON values have canonical bytes.');
  });

  it('[R2] has no bytes for a lone surrogate, which has no UTF-8', () => {
    for (const value of ['\uD800', '\uDC00', 'a\uD83Db', { '\uD800': 1 }])
      expect(() => canonicalBytes(value)).toThrow('Lone surrogate');
  });

  it('[R2] has no bytes for a circle', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(() => canonicalBytes(circle)).toThrow('Circular');
  });

  it('[R2] gives the same bytes whatever the order of names', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(textOf(reversed(value))).toBe(textOf(value));
      }),
    );
  });

  it('[R2] is read back as the value it was made of, and is its own canonical form', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = textOf(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(textOf(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('a digest', () => {
  it.each(digests.texts)('[R2] is lower-case hex SHA-256: $comment', ({ text, sha256 }) => {
    expect(digestOf(text)).toBe(sha256);
    expect(digestOf(new TextEncoder().encode(text))).toBe(sha256);
  });

  it('[R2] of any bytes is the one that another implementation finds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(digestOf(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('the digest of a question', () => {
  it.each(digests.question.same)('[C05] is one for all spellings: $comment', ({ text }) =>
    expect(questionDigest(text)).toBe(digests.question.sha256),
  );
  it.each(digests.question.other)('[C05] is another for another wording: $comment', ({ text }) =>
    expect(questionDigest(text)).not.toBe(digests.question.sha256),
  );
});

/** Any JSON that has UTF-8: `grapheme` text has no lone surrogates. */
const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const { tree: json } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}
