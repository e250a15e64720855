import { describe, expect, it } from 'vitest';
import { groupsOf, summaryOf, taskHref } from '@/app/(desk)/desk/_tasks/task-links';

const claim = { claimId: 'c1', number: 1, heading: 'Was there one?', language: 'en' };

describe('what waits for a member', () => {
  it('leads to where it is done', () => {
    expect(taskHref({ kind: 'sign', revision: 3, ...claim })).toBe('/desk/claims/c1/revisions/3');
    expect(taskHref({ kind: 'question', ...claim })).toBe('/desk/claims/c1#question');
    expect(taskHref({ kind: 'ratify', charter: 2 })).toBe('/desk/charter');
    const todo = { kind: 'todo', taskId: 't1', what: 'Find it', dueOn: null, isPrivate: false } as const;
    expect(taskHref({ ...todo, ...claim })).toBe('/desk/claims/c1#task-t1');
  });

  it('[L15] leads from a dissent to the reason', () => {
    expect(taskHref({ kind: 'answer', revision: 1, dissenting: 'Southern desk', ...claim })).toBe('/desk/claims/c1#returned');
  });

  it('stands under its claim once, however much is to be done there', () => {
    const other = { ...claim, claimId: 'c2' };
    const groups = groupsOf([
      { kind: 'question', ...claim },
      { kind: 'question', ...other },
      { kind: 'sources', count: 2, ...claim },
      { kind: 'ratify', charter: 2 },
    ]);
    expect(groups.map(({ key, tasks }) => [key, tasks.map(({ kind }) => kind)])).toEqual([
      ['c1', ['question', 'sources']],
      ['c2', ['question']],
      ['charter 2', ['ratify']],
    ]);
  });

  it('[D1] says how much there is of each kind, and leads to the first of it or to the list', () => {
    expect(summaryOf({ open: 90, sources: 5, sign: 0 }, [{ kind: 'sources', count: 2, ...claim }])).toEqual([
      { kind: 'sources', count: 5, href: '/desk/claims/c1?panel=sources#record-panel' },
      { kind: 'open', count: 90, href: '/desk/claims?waits=me' },
    ]);
  });
});
