import { median } from './statistics';
import type { Row } from './table';

/** A target: our figure against the best peer's, both of the same round. `ratio` is the median over rounds. */
export type Verdict = { target: string; found: string; isMet: boolean };

const ours = 'Countersign on PostgreSQL';
const byPGlite = 'Countersign on PGlite';
export const oneRow = 'one row committed on PostgreSQL';
type Best = 'least' | 'most';

export function verdicts(rows: readonly Row[]): Verdict[] {
  return [...losses(rows), ...latency(rows), ...ratios(rows), ...bounds(rows)];
}

function losses(rows: readonly Row[]): Verdict[] {
  return [ours, byPGlite].flatMap((subject) => {
    const own = rows.filter((row) => row.figure === 'kill' && row.subject === subject);
    if (own.length === 0) return [];
    const sum = (column: string) => own.reduce((all, { measured }) => all + Number(measured[column]), 0);
    const lost = sum('lost of these') + sum('lost of those');
    return [
      {
        target: `${subject}: nothing seen or acknowledged is lost`,
        found: `${lost} lost in ${sum('kills')} kills`,
        isMet: lost === 0,
      },
    ];
  });
}

/** At most the best peer's median and two commits of a single row, as measured in the same round. */
function latency(rows: readonly Row[]): Verdict[] {
  return ['10x5', '50x4', '1x100'].flatMap((topology) => {
    const overs = pairs(rows, `latency-${topology}`, 'p50 ms', 'least').map(({ own, best, round }) => {
      const commit = rows.find((row) => row.figure === `latency-${topology}` && row.subject === oneRow && row.round === round)
        ?.measured['p50 ms'];
      return own - best - 2 * Number(commit);
    });
    if (overs.length === 0) return [];
    const over = median(overs);
    return [
      {
        target: `latency ${topology} ≤ best peer + 2 commits`,
        found: `${Math.abs(over).toFixed(2)} ms ${over > 0 ? 'over' : 'under'}`,
        isMet: over <= 0,
      },
    ];
  });
}

const wanted: { figure: string; column: string; best: Best; ratio: number }[] = [
  { figure: 'capacity-10x5', column: 'updates / CPU s', best: 'most', ratio: 1 },
  { figure: 'capacity-50x4', column: 'updates / CPU s', best: 'most', ratio: 1 },
  { figure: 'latency-1x100', column: 'CPU s / 10,000', best: 'least', ratio: 0.9 },
  { figure: 'memory-connections', column: 'KiB RSS / connection', best: 'least', ratio: 1.2 },
  { figure: 'memory-documents', column: 'KiB RSS / document', best: 'least', ratio: 1.2 },
];

function ratios(rows: readonly Row[]): Verdict[] {
  return wanted.flatMap(({ figure, column, best, ratio }) => {
    const found = pairs(rows, figure, column, best).map((pair) => pair.own / pair.best);
    if (found.length === 0) return [];
    const middle = median(found);
    const isMet = best === 'most' ? middle >= ratio : middle <= ratio;
    return [
      {
        target: `${figure}: ${column} ${best === 'most' ? '≥' : '≤'} ${ratio} × best peer`,
        found: `× ${middle.toFixed(2)}`,
        isMet,
      },
    ];
  });
}

const limits: { figure: string; column: string; least?: number; most?: number }[] = [
  { figure: 'memory-documents', column: '% of heap given back', least: 90 },
  { figure: 'slow-reader', column: 'MiB buffered', most: 8 },
  { figure: 'load', column: 'ms, then', most: 100 },
];

function bounds(rows: readonly Row[]): Verdict[] {
  return limits.flatMap(({ figure, column, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) => {
    const own = rows
      .filter((row) => row.figure === figure && row.subject === ours)
      .map(({ measured }) => Number(measured[column]));
    if (own.length === 0) return [];
    const middle = median(own);
    const bound = most === Number.POSITIVE_INFINITY ? `≥ ${least}` : `≤ ${most}`;
    return [{ target: `${figure}: ${column} ${bound}`, found: middle.toFixed(1), isMet: middle >= least && middle <= most }];
  });
}

/** Ours and the best peer's in each round. */
function pairs(rows: readonly Row[], figure: string, column: string, best: Best): { round: number; own: number; best: number }[] {
  const of = rows.filter((row) => row.figure === figure);
  return of
    .filter((row) => row.subject === ours)
    .flatMap(({ round, measured }) => {
      const peers = of
        .filter((row) => row.round === round && row.subject !== oneRow && !row.subject.startsWith('Countersign'))
        .map((row) => Number(row.measured[column]))
        .filter((value) => !Number.isNaN(value));
      if (peers.length === 0) return [];
      return [{ round, own: Number(measured[column]), best: best === 'least' ? Math.min(...peers) : Math.max(...peers) }];
    });
}
