import type { BrokenVerdict, PublishedVerdict } from '@/db/queries/public/published-verdict';
import type { PublicWorkspace } from '@/db/queries/public/root-workspace';
import type { FrozenTexts } from '@/domain/record/frozen-record';
import type { Locale } from '@/messages/locales';
import { type Signatory, signatories } from '../_page/signatories';

/** A verdict as one reader sees it: the texts in a language that the record has, inside a page in the reader's. */
export type Reading = {
  verdict: PublishedVerdict;
  workspace: PublicWorkspace;
  locale: Locale;
  texts: FrozenTexts;
  /** `lang` and `dir` of everything that was frozen. */
  written: { lang: string; dir: 'ltr' | 'rtl' };
};

/** A verdict whose bytes are not those that were signed: there is nothing to read but that. */
export type BrokenReading = BrokenVerdict & { locale: Locale };

/** The name of a party of the record. The record is closed, so an id that it does not list is a fault. */
export function partyOf({ verdict }: Pick<Reading, 'verdict'>, id: string) {
  const party = verdict.record.parties.find((candidate) => candidate.id === id);
  if (party === undefined)
    throw new Error(`Revision ${verdict.number} of ${verdict.slug} names the party ${id} and does not list it.`);
  return party;
}

/** The signing parties of the revision that is read, each with where it stands. */
export function signatoriesOf({ verdict: { record, signOffs, charter } }: Pick<Reading, 'verdict'>): Signatory[] {
  return signatories({ parties: record.parties, signOffs, signersPerParty: charter.signersPerParty });
}
