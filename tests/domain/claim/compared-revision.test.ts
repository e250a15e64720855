import { describe, expect, it } from 'vitest';
import { comparedRevision, type EarlierRevision } from '@/domain/claim/compared-revision';

const at = new Date('2026-03-02T12:00:00.000Z');
const earlier = (number: number, state: EarlierRevision['state'], decision?: 'approve' | 'dissent' | 'abstain') => ({
  number,
  state,
  own: decision && { decision, at },
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

  it('none when nothing of it can have been read', () => {
    expect(comparedRevision([])).toBeUndefined();
    expect(comparedRevision([earlier(1, 'withdrawn'), earlier(2, 'expired')])).toBeUndefined();
  });
});
