import { figureRows } from '@/components/parity/figure-rows';
import type { PartyParity } from '@/components/parity/parity-charts';
import { csvReport } from './csv-report';

const hourMs = 3_600_000;

/** A row for each party, a column for each figure; times in hours with one decimal, empty where there is none. */
export function parityReport(parties: PartyParity[], cacheControl: string): Response {
  const head = ['party', ...figureRows.map(({ key, unit }) => (unit === 'time' ? `${key}_hours` : key.replaceAll('-', '_')))];
  const lines = parties.map(({ party, figures }) => [
    party.name,
    ...figureRows.map(({ unit, of }) => {
      const value = of(figures);
      if (value === undefined) return '';
      return unit === 'time' ? Math.round((10 * value) / hourMs) / 10 : value;
    }),
  ]);
  return new Response(csvReport([head, ...lines]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="parity.csv"',
      'cache-control': cacheControl,
    },
  });
}
