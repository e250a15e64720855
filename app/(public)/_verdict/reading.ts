import type { MentionedParty } from '@/db/queries/public/mentioned-parties';
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

/**
 * The name of a party that a record lists or mentions (SPEC R16). What is frozen stays readable whatever it names: of a party that is stored nowhere its id is said,
 * where throwing would take every word of the verdict from its readers.
 */
export function partyOf({ verdict: { record, mentioned } }: Pick<Reading, 'verdict'>, id: string): MentionedParty {
  const known = [...record.parties, ...mentioned].find((candidate) => candidate.id === id);
  return known ?? { id, name: id, letter: '', position: record.parties.length + 1 };
}

/** The signing parties of the revision that is read, each with where it stands. */
export function signatoriesOf({ verdict: { record, signOffs, charter } }: Pick<Reading, 'verdict'>): Signatory[] {
  return signatories({ parties: record.parties, signOffs, signersPerParty: charter.signersPerParty });
}
