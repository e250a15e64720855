import { describe, expect, it } from 'vitest';
import { readOnce } from '@/db/queries/read-once';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';

describe('what stored bytes say', () => {
  it('is read once for the same bytes, and anew for others', () => {
    let readings = 0;
    const { of, known } = readOnce((json) => {
      readings += 1;
      return json as { parties: string[] };
    });
    const [one, another] = [canonicalBytes({ parties: ['N'] }), canonicalBytes({ parties: ['S'] })];
    expect(known(digestOf(one))).toBeUndefined();
    expect(of(one)).toEqual({ sha256: digestOf(one), said: { parties: ['N'] } });
    expect(of(canonicalBytes({ parties: ['N'] })).said).toBe(known(digestOf(one)));
    expect(readings).toBe(1);
    expect(of(another).said).toEqual({ parties: ['S'] });
    expect(readings).toBe(2);
  });

  it('cannot be changed by whoever is handed it', () => {
    const { of } = readOnce((json) => json as { parties: { name: string }[] });
    const { said } = of(canonicalBytes({ parties: [{ name: 'N' }] }));
    expect(() => said.parties.push({ name: 'S' })).toThrow(TypeError);
    expect(() => {
      for (const party of said.parties) party.name = 'S';
    }).toThrow(TypeError);
  });

  it('is forgotten when so much else was read since that nobody uses it', () => {
    const { of, known } = readOnce((json) => json);
    const first = of(canonicalBytes([-1])).sha256;
    const used = of(canonicalBytes([-2])).sha256;
    for (let n = 0; n < 1_000; n++) {
      known(used);
      of(canonicalBytes([n]));
    }
    expect(known(first)).toBeUndefined();
    expect(known(used)).toEqual([-2]);
  });
});
