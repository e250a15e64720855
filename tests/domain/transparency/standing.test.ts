import { describe, expect, it } from 'vitest';
import { isOfParty, type Section, sections } from '@/domain/transparency/sections';
import { newestStatements, standingStatements, yetToConfirm } from '@/domain/transparency/standing';

const day = (date: number) => new Date(Date.UTC(2026, 0, date));
const signing = ['north', 'south'];

function version(
  number: number,
  confirmed: Record<string, number[]>,
  { section = 'contact' as Section, partyId = null as string | null } = {},
) {
  const confirmations = Object.entries(confirmed).flatMap(([id, days]) => days.map((date) => ({ partyId: id, at: day(date) })));
  return { section, partyId, number, confirmations };
}

describe('a statement of the whole desk', () => {
  const cases: [string, Record<string, number[]>, number | undefined][] = [
    ['is not what nobody has confirmed', {}, undefined],
    ['is not what one party alone has confirmed', { north: [1, 9] }, undefined],
    ['is not what an observing party has confirmed beside one', { north: [1], mission: [2] }, undefined],
    ['is as old as the older of both confirmations', { north: [1], south: [4] }, 1],
    ['is as old as the older of the last ones, once it is confirmed again', { north: [1, 9], south: [4] }, 4],
  ];
  it.each(cases)('[TR1] [TR3] %s', (_case, confirmed, since) => {
    const standing = standingStatements([version(1, confirmed)], signing);
    expect(standing.map(({ confirmedAt }) => confirmedAt)).toEqual(since === undefined ? [] : [day(since)]);
  });

  it('[TR4] is the newest version that every signing party has confirmed, until a newer one is', () => {
    const first = version(1, { north: [1], south: [1] });
    const second = version(2, { north: [5] });
    expect(standingStatements([first, second], signing)).toEqual([{ version: first, confirmedAt: day(1) }]);
    expect(newestStatements([first, second])).toEqual([second]);
    expect(yetToConfirm(second, signing)).toEqual(['south']);
    const confirmed = version(2, { north: [5], south: [6] });
    expect(standingStatements([confirmed, first], signing)).toEqual([{ version: confirmed, confirmedAt: day(5) }]);
  });

  it('[TR1] of no signing party stands nowhere: silence confirms nothing', () => {
    expect(standingStatements([version(1, { north: [1] })], [])).toEqual([]);
  });
});

describe('a party’s own statement', () => {
  it('[TR1] stands by that party’s word alone, and not by another’s', () => {
    const own = version(1, { north: [3] }, { section: 'funding', partyId: 'north' });
    const foreign = version(1, { south: [3] }, { section: 'members', partyId: 'north' });
    expect(standingStatements([own, foreign], signing)).toEqual([{ version: own, confirmedAt: day(3) }]);
    expect(yetToConfirm(foreign, signing)).toEqual(['north']);
  });

  it('[TR1] is of its members and its funding, and nothing else is', () => {
    expect(sections.filter(isOfParty)).toEqual(['members', 'funding']);
  });
});
