import { describe, expect, it } from 'vitest';
import { faultOfConsent, faultOfSigner, partiesYetToRatify, signingParties } from '@/domain/charter/consent';
import { consentFacts, north, observer, otherBytes, revision, south } from '../build';

const text = {
  parties: [
    { ...north, standing: 'signing' as const },
    { ...south, standing: 'signing' as const },
    { ...observer, standing: 'observing' as const },
  ],
};
const sha256 = revision.charterSha256;

describe('whose consent a charter asks for', () => {
  it('[H7] is what its text lists as signing', () => {
    expect(signingParties(text)).toEqual([north, south]);
  });

  it('[H4] misses whoever has not ratified this digest, and asks no observing party', () => {
    const all = [north, south].map(({ id }) => ({ partyId: id, sha256 }));
    expect(partiesYetToRatify(text, { sha256, ratifications: all })).toEqual([]);
    expect(partiesYetToRatify(text, { sha256, ratifications: all.slice(0, 1) })).toEqual([south]);
    const other = all.map((one) => ({ ...one, sha256: otherBytes }));
    expect(partiesYetToRatify(text, { sha256, ratifications: other })).toEqual([north, south]);
  });

  it.each([
    ['meets', {}, undefined],
    ['leaves a party out', { asked: [north] }, 'parties-not-of-charter'],
    ['adds a party', { asked: [north, south, observer] }, 'parties-not-of-charter'],
    ['is not ratified', { unratified: [south] }, 'charter-not-ratified'],
    ['lists nobody', { asked: [], charter: [] }, 'charter-not-ratified'],
  ] as const)('[C21] [H7] is asked of a record that %s', (_, change, code) => {
    expect(faultOfConsent(consentFacts(change as Parameters<typeof consentFacts>[0]))?.code).toBe(code);
  });

  it('[C21] is heard of no party that it does not list as signing', () => {
    for (const party of [north, south]) expect(faultOfSigner([north, south], party)).toBeUndefined();
    expect(faultOfSigner(signingParties(text), observer)).toMatchObject({
      clause: 'C21',
      met: false,
      code: 'party-not-of-charter',
      facts: { party: observer.name },
    });
  });
});
