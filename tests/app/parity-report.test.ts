import { expect, it } from 'vitest';
import { parityReport } from '@/app/_words/parity-report';
import { figureRows } from '@/components/parity/figure-rows';
import { parityOf } from '@/domain/claim/parity';
import { north } from '../domain/build';

it('[Y4] the CSV has a column for each figure, times in hours, and nothing where there was no answer', async () => {
  const frozenAt = new Date('2026-03-02T12:00:00Z');
  const at = new Date(frozenAt.getTime() + 5_400_000);
  const [figures] = parityOf({
    parties: [{ ...north, name: '=Northern, desk' }],
    claims: [{ broughtBy: north.id, outcome: 'joint', isRetracted: false, isClosed: false, corrections: 1, retractions: 0 }],
    revisions: [
      {
        proposedBy: 'south',
        frozenAt,
        isTimeOver: true,
        asked: [north.id],
        signOffs: [{ partyId: north.id, decision: 'approve', at, isWithdrawn: false }],
        holds: [],
      },
    ],
  });
  if (figures === undefined) throw new Error('A party has figures.');
  const party = { position: 1, letter: 'N', name: figures.party.name };
  const [silent] = parityOf({ parties: [north], claims: [], revisions: [] });
  if (silent === undefined) throw new Error('A party has figures.');
  const response = parityReport(
    [
      { party, figures },
      { party: { ...party, name: 'South' }, figures: silent },
    ],
    'no-store',
  );
  const [head, first, second] = (await response.text()).replace('\ufeff', '').split('\r\n');
  expect(head?.split(',')).toHaveLength(figureRows.length + 1);
  expect(first).toBe(`"'=Northern, desk",1,1,1,0,0,0,0,0,0,0,1,0,0,0,0,0,1.5,1.5,0,0,1,0`);
  expect(second).toBe('South,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,,,0,0,0,0');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
});
