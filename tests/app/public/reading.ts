import type { Reading } from '@/app/(public)/_verdict/reading';
import type { PublishedVerdict } from '@/db/queries/public/published-verdict';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { defaultParameters } from '@/domain/charter/parameters';
import { digestOf } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { draftTexts, freezeInput } from '@/tests/domain/build';

export const day = (date: number) => new Date(Date.UTC(2026, 2, date, 12)).toISOString();

export function frozenRecord(change: Partial<FrozenRecord> = {}): FrozenRecord {
  const { draft: _, languages: __, ratings: ___, ...rest } = freezeInput();
  const texts = { en: draftTexts() };
  return FrozenRecord.parse({ ...rest, v: 1, type: 'record', texts, fields: { rating: 'not-accurate' }, ...change });
}

export function publicSignOff(position: number, party: string, change: Partial<PublicSignOff> = {}): PublicSignOff {
  return {
    position,
    party,
    decision: 'approve',
    reason: null,
    cites: null,
    ground: null,
    signer: '',
    at: day(7),
    sha256: digestOf(`sign-off ${position}`),
    proof: null,
    ...change,
  };
}

/** A first verdict, signed by the Southern desk before the Northern one, as a reader in a language sees it. */
export function reading(change: Partial<PublishedVerdict> = {}, locale: Reading['locale'] = 'en'): Reading {
  const verdict: PublishedVerdict = {
    slug: 'doha',
    outcome: 'joint',
    number: 1,
    sha256: digestOf('record'),
    record: frozenRecord(),
    mentioned: [],
    signOffs: [publicSignOff(1, 'south'), publicSignOff(2, 'north')],
    attestations: [],
    charter: {
      ...{ number: 1, sha256: digestOf('charter'), ratings: defaultParameters.ratings },
      ...{ signersPerParty: 1, dissentWords: 300 },
      correctionRoute: null,
    },
    current: 1,
    firstPublishedAt: day(7),
    publishedAt: day(7),
    openedAt: day(1),
    history: [{ number: 1, sha256: digestOf('record'), outcome: 'joint', frozenAt: day(6), publishedAt: day(7) }],
    left: [],
    correction: null,
    retraction: null,
    ended: [],
    signing: [],
    ...change,
  };
  const texts = verdict.record.texts.en;
  if (texts === undefined) throw new Error('The record of this test is in English.');
  return {
    verdict,
    workspace: {
      id: 'desk',
      name: 'Peace talks desk',
      timeZone: 'UTC',
      mainLanguage: 'en',
      contact: 'desk@example.org',
      demonstration: true,
    },
    locale,
    texts,
    written: { lang: 'en', dir: 'ltr' },
  };
}
