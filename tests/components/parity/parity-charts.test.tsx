import { expect, it } from 'vitest';
import { ParityCharts } from '@/components/parity/parity-charts';
import { parityOf } from '@/domain/claim/parity';
import { render, wordsOf } from '@/tests/support/render';
import { north, south } from '../../domain/build';

const hourMs = 3_600_000;

it('[Y4] bars of one label are of one length', () => {
  const frozenAt = new Date('2026-03-02T12:00:00Z');
  const said = (partyId: string, hours: number) => ({
    ...{ partyId, decision: 'approve' as const, at: new Date(frozenAt.getTime() + hours * hourMs), isWithdrawn: false },
  });
  const figures = parityOf({
    ...{ parties: [north, south], claims: [] },
    revisions: [
      {
        ...{ proposedBy: north.id, frozenAt, isTimeOver: false, asked: [north.id, south.id], holds: [] },
        signOffs: [said(north.id, 3.6), said(south.id, 4.4)],
      },
    ],
  });
  const parties = figures.map((one, index) => ({
    party: { position: index + 1, letter: one.party.name.charAt(0), name: one.party.name },
    figures: one,
  }));
  const html = render(<ParityCharts parties={parties} heading="h2" />);
  expect(wordsOf(html).match(/4 hours/g)).toHaveLength(2);
  const lengths = [...html.matchAll(/class="length [^"]*" style="inline-size:([\d.]+%)"/g)].map(([, length]) => length);
  expect(lengths).toEqual(['100%', '100%']);
});
