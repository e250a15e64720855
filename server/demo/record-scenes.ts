import { type ClaimKey, typed } from './claims';
import type { DemoClock } from './clock';
import { type Article, accept, attach } from './scenes';
import type { Stage } from './stage';
import { typeText } from './type-text';
import type { SourceIds, SourceKey } from './typed';

/** Northern attaches and Southern accepts, or the other way round, in turn. */
export async function evidence(
  stage: Stage,
  claimId: string,
  article: Article,
  clock: DemoClock,
  daysAgo: number,
  keys: SourceKey[],
  /** The beginnings of times of day. */
  { attached, accepted } = { attached: '10:1', accepted: '14:1' },
): Promise<SourceIds> {
  const ids = new Map<SourceKey, string>();
  const fromNorth = (index: number) => index % 2 === 0;
  for (const [index, key] of keys.entries()) {
    ids.set(
      key,
      await attach(
        stage,
        claimId,
        key,
        fromNorth(index) ? 'n.checker' : 's.checker',
        clock.day(daysAgo, `${attached}${index}`),
        article,
      ),
    );
  }
  for (const [index, id] of [...ids.values()].entries()) {
    await accept(stage, id, fromNorth(index) ? 's.checker2' : 'n.checker2', clock.day(daysAgo, `${accepted}${index}`));
  }
  return (key) => ids.get(key) ?? '';
}

export async function type(
  stage: Stage,
  key: ClaimKey,
  claimId: string,
  clock: DemoClock,
  daysAgo: number,
  ids: SourceIds,
  change: (value: string) => string = (value) => value,
): Promise<void> {
  for (const [index, piece] of (typed[key] ?? []).entries()) {
    const changed = piece.text === 'analysis' ? piece : { ...piece, value: change(piece.value) };
    await stage.edit(piece.by, claimId, clock.day(daysAgo, `11:${10 + index * 3}`), (doc) => typeText(doc, changed, ids));
  }
}

export function questionOf(key: ClaimKey): string {
  const piece = typed[key]?.find((candidate) => candidate.text === 'question');
  return piece?.text === 'question' ? piece.value : '';
}
