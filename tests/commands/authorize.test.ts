import { expect, it } from 'vitest';
import { authorize, authorizeParty } from '@/commands/authorize';
import type { Member } from '@/domain/policies/actor';
import { member } from '@/tests/domain/build';

const steward: Member = member({ role: 'steward', party: null });

it('[A1] [A2] gives the member that the table lets, and refuses the others by name', () => {
  const moderator = member();
  expect(authorize(moderator, 'revision.sign')).toEqual({ ok: true, value: moderator });
  expect(authorize(member({ role: 'checker' }), 'revision.sign')).toEqual({
    ok: false,
    refusal: { code: 'not-allowed', permission: 'revision.sign' },
  });
  for (const actor of [{ kind: 'public' }, { kind: 'system' }] as const)
    expect(authorize(actor, 'claim.list')).toEqual({ ok: false, refusal: { code: 'not-signed-in' } });
});

it('[A5] lets nobody act for a party who has none, whatever the table says of the seat', () => {
  expect(authorize(steward, 'account.change').ok).toBe(true);
  expect(authorizeParty(steward, 'account.change')).toEqual({
    ok: false,
    refusal: { code: 'not-allowed', permission: 'account.change' },
  });
  expect(authorizeParty(member(), 'account.change')).toMatchObject({ ok: true, value: { party: { standing: 'signing' } } });
});
