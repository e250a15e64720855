import { expect, it } from 'vitest';
import { AttestationCheck } from '@/app/(public)/_verdict/attestation-check';
import { Attestations } from '@/app/(public)/_verdict/attestations';
import type { PublicAttestation } from '@/db/queries/public/attestations';
import { digestOf } from '@/domain/record/canonical';
import { isLocale } from '@/messages/locales';
import { localeNames } from '@/tests/support/message-files';
import { render, wordsOf } from '@/tests/support/render';
import { day, reading } from './reading';

function attested(change: Partial<PublicAttestation> = {}): PublicAttestation {
  return {
    ...{ position: 1, party: 'mission', procedure: 'followed', moment: 'before-publication', words: '', cites: null },
    ...{ signer: '', at: day(7), sha256: digestOf('attestation'), proof: { kind: 'password', algorithm: null } },
    ...change,
  };
}

const shown = (attestations: PublicAttestation[]) => wordsOf(render(<Attestations reading={reading({ attestations })} />));

it('[AT5] what was observed is told as the word of who does not decide, with its words, its clause and how it was confirmed', () => {
  const words = shown([
    attested({
      procedure: 'not-followed',
      words: 'The reply came late and nobody waited for it.',
      cites: 'C18',
      signer: 'A mediator',
    }),
  ]);
  for (const part of [
    'Observed, did not decide',
    'Observer mission',
    'The procedure was not followed · before publication',
    'The reply came late and nobody waited for it.',
    'C18',
    'A mediator',
    'attested by the server only',
  ])
    expect(words).toContain(part);
  expect(words).not.toMatch(/approve/i);
});

it('[AT5] who observed and attested nothing is said to have attested nothing', () => {
  expect(shown([])).toContain('Observer mission observed this procedure and attested nothing.');
});

it.each(localeNames.filter((locale) => isLocale(locale)))('[AT5] both words and both moments differ, in %s', (locale) => {
  const said = (['followed', 'not-followed'] as const).flatMap((procedure) =>
    (['before-publication', 'after-publication'] as const).map((moment) =>
      wordsOf(render(<Attestations reading={reading({ attestations: [attested({ procedure, moment })] }, locale)} />, locale)),
    ),
  );
  expect(new Set(said).size).toBe(4);
});

it('[AT5] [R15] each has its bytes, and one that a personal key signed has the commands that check it', () => {
  const check = (proof: PublicAttestation['proof']) =>
    render(<AttestationCheck reading={reading({ attestations: [attested({ proof })] })} />);
  expect(check({ kind: 'password', algorithm: null })).toContain('/verdicts/doha/revisions/1/attestations/1.json');
  expect(check({ kind: 'password', algorithm: null })).not.toContain('openssl');
  const byKey = check({ kind: 'passkey', algorithm: -7 });
  expect(byKey).toContain('countersign/attestation/v1');
  for (const part of ['clientDataJSON', 'authenticatorData', 'signature', 'pem'])
    expect(byKey).toContain(`/verdicts/doha/revisions/1/attestations/1.${part}`);
});

it('[AT5] what one party attested at both moments is told apart, by its links and by its commands', () => {
  const proof = { kind: 'passkey', algorithm: -7 } as const;
  const both = [attested({ proof }), attested({ proof, position: 2, moment: 'after-publication' })];
  const html = render(<AttestationCheck reading={reading({ attestations: both })} />);
  const labels = [...html.matchAll(/aria-label="([^"]+)"/g)].map(([, label]) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
