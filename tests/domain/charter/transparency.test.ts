import { describe, expect, it } from 'vitest';
import { checkPublication } from '@/domain/charter/check-publication';
import type { StandingFacts } from '@/domain/charter/facts';
import { defaultParameters } from '@/domain/charter/parameters';
import { transparencyPages } from '@/domain/charter/transparency';
import { isOfParty, sections } from '@/domain/transparency/sections';
import { north, publicationFacts, south, statements } from '../build';

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
const parties = [north, south];
const check = (said: StandingFacts[], transparencyDays = 365) =>
  transparencyPages({ statements: said, parties, now }, { transparencyDays });

describe('what the desk says about itself', () => {
  it('[C40] lets a publication through when it is all there, to the last day', () => {
    expect(check(statements(daysAgo(365)))).toMatchObject({ clause: 'C40', met: true, code: 'transparency-said' });
  });

  const needed = sections.flatMap((section): [string, string, string | null][] =>
    isOfParty(section) ? parties.map(({ id, name }) => [section, name, id]) : [[section, '', null]],
  );
  it.each(needed)('[C40] keeps it back without %s %s, and when that is older, and names it', (section, party, partyId) => {
    const isIt = (one: StandingFacts) => one.section === section && one.partyId === partyId;
    const rest = statements(daysAgo(1)).filter((one) => !isIt(one));
    expect(check(rest)).toMatchObject({ met: false, code: 'transparency-missing', facts: { section, party, count: 1 } });
    const old = statements(daysAgo(1)).map((one) => (isIt(one) ? { ...one, confirmedAt: daysAgo(365.001) } : one));
    expect(check(old)).toMatchObject({ met: false, code: 'transparency-old', facts: { section, party, count: 1, days: 365 } });
  });

  it('[C40] counts all that lacks and names the first, and what an observing party says of itself is nobody else’s', () => {
    expect(check([])).toMatchObject({ code: 'transparency-missing', facts: { section: 'methodology', count: 7 } });
    const ofMission = statements(now).map((one) => (one.partyId === south.id ? { ...one, partyId: 'mission' } : one));
    expect(check(ofMission)).toMatchObject({ met: false, facts: { section: 'members', party: south.name, count: 2 } });
  });

  it('[C40] takes a time that is no number for old', () => {
    expect(check(statements(new Date(Number.NaN))).met).toBe(false);
  });

  it('[C40] is asked of nobody when transparencyDays is nought, and by the days of the charter otherwise', () => {
    expect(check([], 0)).toMatchObject({ met: true, code: 'transparency-not-asked' });
    expect([10, 9].map((days) => check(statements(daysAgo(9.5)), days).met)).toEqual([true, false]);
  });

  it('[C40] [H1] is one finding of the gate of publication', () => {
    const at = { ...defaultParameters, transparencyDays: 5 };
    const findings = checkPublication(publicationFacts({ statements: [] }), at).filter(({ clause }) => clause === 'C40');
    expect(findings.map(({ met, code }) => [met, code])).toEqual([[false, 'transparency-missing']]);
  });
});
