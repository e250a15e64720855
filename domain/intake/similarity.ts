/** A text of a pool that shares something with a query; `share` is 1 for the same text and 0 for nothing in common. */
export type Like = { key: string; share: number };

/**
 * Texts that can be asked which of them are like another: BM25 over groups of four characters. That needs no stemmer, so it works in every language
 * that is written with letters. Texts are only ever added, as wordings of claims never change.
 */
export class LikeTexts {
  private readonly keys: string[] = [];
  private readonly lengths: number[] = [];
  private readonly places = new Map<string, [number, number][]>();
  private total = 0;

  get size(): number {
    return this.keys.length;
  }

  add(key: string, text: string): void {
    const counts = groupsOf(text);
    const at = this.keys.push(key) - 1;
    let length = 0;
    for (const [group, count] of counts) {
      length += count;
      const known = this.places.get(group);
      if (known === undefined) this.places.set(group, [[at, count]]);
      else known.push([at, count]);
    }
    this.lengths.push(length);
    this.total += length;
  }

  /** The `most` texts that share most with this one, best first, without those under `atLeast`. */
  like(text: string, { most, atLeast = leastShare }: { most: number; atLeast?: number }): Like[] {
    const asked = groupsOf(text);
    const scores = new Map<number, number>();
    const mean = this.total / Math.max(1, this.keys.length);
    const length = Array.from(asked.values()).reduce((sum, count) => sum + count, 0);
    let best = 0;
    for (const [group, count] of asked) {
      const places = this.places.get(group) ?? [];
      const rarity = Math.log(1 + (this.keys.length - places.length + 0.5) / (places.length + 0.5));
      best += rarity * weight(count, length, mean);
      for (const [at, times] of places)
        scores.set(at, (scores.get(at) ?? 0) + rarity * weight(times, this.lengths[at] ?? mean, mean));
    }
    return Array.from(scores, ([at, score]) => ({ key: this.keys[at] ?? '', share: Math.min(1, score / best) }))
      .filter(({ share }) => share >= atLeast)
      .sort((a, b) => b.share - a.share)
      .slice(0, most);
  }
}

/**
 * Below this, texts share endings and small words. Measured on 376 claims against 5,255 that hold a paraphrase of each: the best wrong one stays under 0.33
 * for four in five, and half of the right ones are above 0.54.
 */
const leastShare = 0.3;

const saturation = 1.2;
const byLength = 0.75;

function weight(times: number, length: number, mean: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - byLength + (byLength * length) / mean));
}

/** Marks are letters here: without them the vowel signs of Indic scripts would be lost. */
function groupsOf(text: string): Map<string, number> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const letters = Array.from(` ${words.join(' ')} `);
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= letters.length; at += 1) {
    const group = letters.slice(at, at + 4).join('');
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
