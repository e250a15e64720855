import { expect, it } from 'vitest';
import { observers, signatories } from '@/app/(public)/_page/signatories';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';

const party = (id: string, position: number, standing: 'signing' | 'observing') => ({
  id,
  name: id,
  letter: id,
  position,
  standing,
});
const record = { parties: [party('s', 2, 'signing'), party('o', 3, 'observing'), party('n', 1, 'signing')] };

function signOff(position: number, by: string, decision: PublicSignOff['decision']): PublicSignOff {
  return {
    position,
    party: by,
    decision,
    reason: null,
    cites: null,
    signer: 'Moderator',
    at: '2026-03-14T09:41:00.000Z',
    sha256: '',
    proof: null,
  };
}

it('lists signing parties in the record’s order, whoever signed first', () => {
  const signing = signatories(record, [signOff(1, 's', 'approve'), signOff(2, 'n', 'approve')]);
  expect(signing.map(({ party: { id }, signOff: own }) => [id, own?.position])).toEqual([
    ['n', 2],
    ['s', 1],
  ]);
});

it('[L4] takes a party’s approval over another moderator’s abstention', () => {
  const [north] = signatories(record, [signOff(1, 'n', 'abstain'), signOff(2, 'n', 'approve'), signOff(3, 'n', 'abstain')]);
  expect(north?.signOff?.position).toBe(2);
});

it('keeps the place of a party that has not signed, and asks no observing party', () => {
  expect(signatories(record, [signOff(1, 'o', 'approve')]).map(({ signOff: own }) => own)).toEqual([undefined, undefined]);
  expect(observers(record).map(({ id }) => id)).toEqual(['o']);
});
