import { describe, expect, it } from 'vitest';
import { listRow } from '@/app/(desk)/desk/claims/_list/list-row';
import type { ListedClaim } from '@/db/queries/desk/claims-of-desk';

const parties = [
  { id: 'n', name: 'Northern desk', letter: 'N', position: 1, standing: 'signing' as const },
  { id: 's', name: 'Southern desk', letter: 'S', position: 2, standing: 'signing' as const },
  { id: 'o', name: 'Observer mission', letter: 'O', position: 3, standing: 'observing' as const },
];
const claim: ListedClaim = {
  ...{ id: 'c', number: 7, stage: 'open', heading: 'Did it hold?', language: 'en', topics: [], submittedByParty: 's' },
  ...{
    acceptedBy: ['s'],
    dueOn: null,
    revision: undefined,
    clock: undefined,
    signOffs: [],
    clausesLeft: undefined,
    assignee: undefined,
  },
  changedAt: undefined,
};
const row = (changes: Partial<ListedClaim>) => listRow({ ...claim, ...changes }, { parties, today: '2026-03-02' });

describe('a line of the list of claims', () => {
  it('holds what is shown and names nothing that is not', () => {
    const plain = { id: 'c', number: 7, stage: 'open', heading: 'Did it hold?', language: 'en', from: 2 };
    expect(Object.entries(row({}))).toEqual(Object.entries({ ...plain, progress: ['not-accepted', 'accepted'] }));
  });

  it('says what each signing party has done in its own place', () => {
    const signOffs = [{ partyId: 's', decision: 'approve' as const }];
    expect(row({ stage: 'signing', signOffs }).progress).toEqual(['unsigned', 'approve']);
    expect(row({ stage: 'closed' }).progress).toBeUndefined();
  });

  it('[L23] says where a revision stands that is being decided, and until when', () => {
    const until = new Date('2026-03-09T12:00:00.000Z');
    expect(row({ stage: 'signing', clock: { is: 'mediation', until } }).clock).toEqual({
      is: 'mediation',
      until: '2026-03-09T12:00:00.000Z',
    });
    expect(row({ stage: 'signing', clock: { is: 'over', until: null } }).clock).toEqual({ is: 'over' });
  });

  it('[D3] says that a day is over, or today, while the claim asks for something', () => {
    expect(row({ dueOn: '2026-03-01' })).toMatchObject({ dueOn: '2026-03-01', due: 'overdue' });
    expect(row({ dueOn: '2026-03-02' }).due).toBe('today');
    expect(row({ dueOn: '2026-03-03' }).due).toBeUndefined();
    expect(row({ dueOn: '2026-03-01', stage: 'published' }).due).toBeUndefined();
  });
});
