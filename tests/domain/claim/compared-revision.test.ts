import { describe, expect, it } from 'vitest';
import { comparedAs, comparedRevision, type EarlierRevision, ownPosition } from '@/domain/claim/compared-revision';

const at = new Date('2026-03-02T12:00:00.000Z');
const earlier = (number: number, state: EarlierRevision['state'], decision?: 'approve' | 'dissent' | 'abstain') => ({
  number,
  state,
  own: decision && { decision, at, withdrawnAt: null },
});

describe('[L14] a revision is read against', () => {
  it('the last one on which the party took a position, whatever was frozen in between', () => {
    const revisions = [earlier(1, 'withdrawn', 'approve'), earlier(2, 'withdrawn', 'dissent'), earlier(3, 'withdrawn')];
    expect(comparedRevision(revisions)?.number).toBe(2);
    expect(comparedRevision(revisions.toReversed())?.number).toBe(2);
  });

  it('the last published one when the party took no position', () => {
    expect(comparedRevision([earlier(1, 'superseded'), earlier(2, 'published'), earlier(3, 'withdrawn')])?.number).toBe(2);
    expect(comparedRevision([earlier(1, 'superseded'), earlier(2, 'withdrawn')])?.number).toBe(1);
  });

  it('the one that was published and has been retracted, which its readers have read', () => {
    expect(comparedRevision([earlier(1, 'retracted'), earlier(2, 'withdrawn')])?.number).toBe(1);
  });

  it('one that is told as what it is: nothing that was taken back or retracted passes as standing', () => {
    const own = { decision: 'approve', at, withdrawnAt: null } as const;
    const published = { number: 1, state: 'published', publishedAt: at } as const;
    expect(comparedAs({ ...published, own })).toBe('own');
    expect(comparedAs({ ...published, own: undefined })).toBe('published');
    expect(comparedAs({ ...published, state: 'retracted', own })).toBe('retracted');
    const ended = { number: 1, state: 'withdrawn', publishedAt: null } as const;
    expect(comparedAs({ ...ended, own: { ...own, withdrawnAt: at } })).toBe('taken-back');
    expect(comparedAs({ ...ended, own: undefined })).toBe('other');
  });

  it('with the last word of the party that stands, else with the last one that it took back', () => {
    const stood = { word: 'first', withdrawnAt: null };
    const takenBack = { word: 'second', withdrawnAt: at };
    expect(ownPosition([stood, takenBack])).toBe(stood);
    expect(ownPosition([takenBack])).toBe(takenBack);
    expect(ownPosition([])).toBeUndefined();
  });

  it('none when nothing of it can have been read', () => {
    expect(comparedRevision([])).toBeUndefined();
    expect(comparedRevision([earlier(1, 'withdrawn'), earlier(2, 'expired')])).toBeUndefined();
  });
});
