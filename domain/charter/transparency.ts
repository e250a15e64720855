import { isOfParty, type Section, sections } from '@/domain/transparency/sections';
import type { SigningParty, StandingFacts } from './facts';
import { type ClauseFinding, met, unmet } from './finding';
import type { CharterParameters } from './parameters';

export type TransparencyFacts = { statements: StandingFacts[]; parties: SigningParty[]; now: Date };

const dayMs = 24 * 60 * 60 * 1000;

/** Whether what the desk and each of its signing parties say about themselves is there and fresh (C40). Of several that lack, the first is named. */
export function transparencyPages(
  { statements, parties, now }: TransparencyFacts,
  { transparencyDays: days }: Pick<CharterParameters, 'transparencyDays'>,
): ClauseFinding {
  if (days === 0) return met('C40', 'transparency-not-asked');
  const lacking = needed(parties).flatMap(({ section, party }) => {
    const said = statements.find((one) => one.section === section && one.partyId === (party?.id ?? null));
    // Asked this way round, a time that is no number is not fresh.
    const isFresh = said !== undefined && now.getTime() - said.confirmedAt.getTime() <= days * dayMs;
    return isFresh ? [] : [{ section, party: party?.name ?? '', code: said === undefined ? 'missing' : 'old' }];
  });
  const [first] = lacking;
  if (first === undefined) return met('C40', 'transparency-said', { days });
  const { section, party, code } = first;
  return unmet('C40', `transparency-${code}`, { section, party, count: lacking.length, days });
}

type Needed = { section: Section; party: SigningParty | undefined };

function needed(parties: SigningParty[]): Needed[] {
  return sections.flatMap((section): Needed[] =>
    isOfParty(section) ? parties.map((party) => ({ section, party })) : [{ section, party: undefined }],
  );
}
