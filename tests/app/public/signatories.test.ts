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

const signatoriesOf = (signOffs: PublicSignOff[], signersPerParty = 1) => signatories({ ...record, signOffs, signersPerParty });

function signOff(position: number, by: string, decision: PublicSignOff['decision']): PublicSignOff {
  return {
    position,
    party: by,
    decision,
    reason: null,
    cites: null,
    ground: null,
    signer: 'Moderator',
    at: '2026-03-14T09:41:00.000Z',
    sha256: '',
    proof: null,
  };
}

it('lists signing parties in the record’s order, whoever signed first', () => {
  const signing = signatoriesOf([signOff(1, 's', 'approve'), signOff(2, 'n', 'approve')]);
  expect(signing.map(({ party: { id }, signOff: own }) => [id, own?.position])).toEqual([
    ['n', 2],
    ['s', 1],
  ]);
});

it('[L4] takes a party’s approval over another moderator’s abstention', () => {
  const [north] = signatoriesOf([signOff(1, 'n', 'abstain'), signOff(2, 'n', 'approve'), signOff(3, 'n', 'abstain')]);
  expect(north?.signOff?.position).toBe(2);
});

it('keeps the place of a party that has not signed, and asks no observing party', () => {
  expect(signatoriesOf([signOff(1, 'o', 'approve')]).map(({ signOff: own }) => own)).toEqual([undefined, undefined]);
  expect(observers(record).map(({ id }) => id)).toEqual(['o']);
});

it('[O7] takes a dissent over an abstention, and an approval over both', () => {
  const said = [signOff(1, 'n', 'dissent'), signOff(2, 'n', 'abstain'), signOff(3, 's', 'approve'), signOff(4, 's', 'dissent')];
  expect(signatoriesOf(said).map(({ standing, signOff: own }) => [standing, own?.position])).toEqual([
    ['dissenting', 1],
    ['approving', 3],
  ]);
});

it('[O7] too few approvals, a recusal and silence are no position', () => {
  const said = [signOff(1, 'n', 'approve'), signOff(2, 's', 'recuse')];
  expect(signatoriesOf(said, 2).map(({ standing, signOff: own }) => [standing, own?.decision])).toEqual([
    ['silent', undefined],
    ['silent', 'recuse'],
  ]);
});
