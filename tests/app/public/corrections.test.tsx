import { describe, expect, it } from 'vitest';
import { CorrectionBanner } from '@/app/(public)/_corrections/correction-banner';
import { CorrectionList } from '@/app/(public)/_corrections/correction-list';
import { RetractedNotice } from '@/app/(public)/_corrections/retracted-notice';
import { Tombstone } from '@/app/(public)/_corrections/tombstone';
import type { PublicCorrection, PublicRetraction } from '@/db/queries/public/after-publication';
import { tombstoneOf } from '@/db/queries/public/tombstone-of';
import { digestOf } from '@/domain/record/canonical';
import { render, wordsOf } from '@/tests/support/render';
import { day, reading } from './reading';

const correction: PublicCorrection = {
  grade: 'update',
  reason: 'A reader asked for the declaration.',
  corrects: 1,
  challenge: 4,
};
const retraction: PublicRetraction = {
  ...{ at: day(20), reason: 'The document was forged, as its archive has told us.', challenge: null },
  signOffs: [
    {
      position: 1,
      party: 'Northern desk',
      signer: '',
      at: day(20),
      sha256: digestOf('statement'),
      proof: { kind: 'passkey', algorithm: -7 },
    },
  ],
};

describe('what a reader sees after a correction', () => {
  it('[C34] [GC6] says grade, day and reason with the ways to what changed and to the revision before, in every language', () => {
    const html = render(<CorrectionBanner reading={reading({ number: 2, current: 2, correction, publishedAt: day(11) })} />);
    expect(html).toContain('Update');
    expect(html).toContain(correction.reason);
    expect(html).toContain('href="/verdicts/doha/revisions/2/changes"');
    expect(html).toContain('href="/verdicts/doha/revisions/1"');
    expect(html).toContain('href="#challenge-4"');
    expect(render(<CorrectionBanner reading={reading()} />)).toBe('');
  });

  it('[GC7] lists corrections and retractions with what each verdict asks, and its address where its bytes are broken', () => {
    const question = { language: 'en', texts: { en: { question: 'Was there a ceasefire?' } } };
    const html = render(
      <CorrectionList
        items={[
          { kind: 'retraction', slug: 'a', number: 1, at: day(20), question: null, reason: retraction.reason, challenge: null },
          { kind: 'correction', slug: 'doha', number: 2, at: day(11), question, ...correction },
        ]}
        locale="en"
        timeZone="UTC"
      />,
    );
    expect(html).toContain('Was there a ceasefire?');
    expect(html).toContain('<bdi dir="ltr">a</bdi>');
    expect(html).toMatch(/Retraction.*Update/s);
  });
});

describe('what stands in the place of a retracted verdict', () => {
  it('[RT8] a tombstone for programs too: its questions, the retraction and the addresses, and nothing that was found', () => {
    const { verdict } = reading();
    expect(tombstoneOf(verdict)).toBe(verdict);
    const told = tombstoneOf({ ...verdict, retraction });
    expect(told).toMatchObject({ slug: 'doha', number: 1, questions: { en: verdict.record.texts.en?.question }, retraction });
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(['record']));
    for (const word of ['outcome', 'joint', 'not-accurate', 'finding', 'signing'])
      expect(JSON.stringify(told), word).not.toContain(word);
  });

  it('[C35] [RT5] what was asked, when, why and by whom, and nothing of the finding', () => {
    const shown = reading({ retraction });
    const html = render(<Tombstone reading={shown} retraction={retraction} />);
    expect(html).toContain(retraction.reason);
    expect(html).toContain('Northern desk');
    expect(html).toContain('href="/verdicts/doha/revisions/1/retraction/1.json"');
    expect(html).toContain('href="/verdicts/doha/revisions/1"');
    expect(wordsOf(html)).toContain(shown.texts.question);
    expect(html).not.toContain(shown.texts.finding);
  });

  it('[RT3] has the whole digest of each signed statement and the command that compares it, whatever it was signed with', () => {
    const proof = { kind: 'password', algorithm: null } as const;
    const byPassword = { ...retraction, signOffs: retraction.signOffs.map((signOff) => ({ ...signOff, proof })) };
    const html = render(<Tombstone reading={reading({ retraction: byPassword })} retraction={byPassword} />);
    const words = html.replaceAll(/<[^>]+>/g, '');
    expect(words).toMatch(/curl -s \S+\/verdicts\/doha\/revisions\/1\/retraction\/1\.json \| sha256sum/);
    expect(words.split(digestOf('statement'))).toHaveLength(3);
  });

  it('[R15] [RT3] has the commands that check a personal key’s signature, under the tag of a sign-off, and none for another proof', () => {
    const byKey = render(<Tombstone reading={reading({ retraction })} retraction={retraction} />);
    expect(byKey.replaceAll(/<[^>]+>/g, '')).toContain('countersign/sign-off/v1');
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature', 'pem'])
      expect(byKey).toContain(`href="/verdicts/doha/revisions/1/retraction/1.${part}"`);
    const proof = { kind: 'code', algorithm: null } as const;
    const byCode = { ...retraction, signOffs: retraction.signOffs.map((signOff) => ({ ...signOff, proof })) };
    expect(render(<Tombstone reading={reading({ retraction: byCode })} retraction={byCode} />)).not.toContain('openssl');
  });

  it('[C35] [RT5] its revision names the tombstone', () => {
    const html = render(<RetractedNotice reading={reading({ retraction })} />);
    expect(html).toContain('Revision 1 was retracted');
    expect(html).toContain('href="/verdicts/doha"');
  });
});
