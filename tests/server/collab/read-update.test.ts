import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { analysisMarks, analysisNodes } from '@/domain/record/shape';
import { readUpdate } from '@/server/collab/read-update';

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Everything that an editor does to a record, in some order; gives the updates that it sends. */
function edits(seed: number, count: number): Uint8Array[] {
  const pick = chance(seed);
  const doc = new Y.Doc();
  doc.clientID = seed + 1;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const fragment = doc.getXmlFragment('analysis:en');
  for (let turn = 0; turn < count; turn++) {
    const block = fragment.length === 0 ? undefined : fragment.get(pick(fragment.length));
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
    const kind = pick(6);
    if (!(text instanceof Y.XmlText) || kind === 0) {
      const element = new Y.XmlElement(analysisNodes[pick(analysisNodes.length)] ?? 'paragraph');
      element.setAttribute('level', `${pick(4)}`);
      element.insert(0, [new Y.XmlText('word عربي 🙂')]);
      fragment.insert(pick(fragment.length + 1), [element]);
    } else if (kind === 1) text.delete(0, Math.min(text.length, 1 + pick(5)));
    else if (kind === 2 && text.length > 0) text.format(0, text.length, { [analysisMarks[0] ?? '']: pick(2) === 0 ? {} : null });
    else if (kind === 3) doc.getMap('fields').set('topics', ['a', `${pick(9)}`]);
    else if (kind === 4 && fragment.length > 3) fragment.delete(pick(fragment.length - 1), 2);
    else text.insert(pick(text.length + 1), 'abc'.slice(pick(3)));
  }
  return [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)];
}

describe('reading an update without Yjs', () => {
  it('[P29] finds the structs and deletions that Yjs finds, and its end', () => {
    for (let seed = 1; seed <= 40; seed++) {
      for (const update of edits(seed, 60)) {
        const read = readUpdate(update, 100_000);
        if (typeof read === 'string') throw new Error(`An editor's update is ${read}.`);
        const decoded = Y.decodeUpdate(update);
        expect(read.structs.map(({ client, clock, length }) => [client, clock, length])).toEqual(
          decoded.structs.map(({ id, length }) => [id.client, id.clock, length]),
        );
        expect(read.deletions.map(({ client, clock, length }) => [client, clock, length])).toEqual(
          [...decoded.ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => [client, clock, len])),
        );
        expect(read.isExact).toBe(true);
        expect(readUpdate(Uint8Array.from([...update, 0]), 100_000)).toMatchObject({ isExact: false });
      }
    }
  });

  it('[P29] never throws, and never takes what Yjs cannot read, when bytes are changed at random', () => {
    const pick = chance(7);
    const originals = edits(3, 40);
    let taken = 0;
    for (let turn = 0; turn < 4_000; turn++) {
      const update = Uint8Array.from(originals[pick(originals.length)] ?? []);
      for (let changes = 1 + pick(3); changes > 0; changes--) update[pick(update.length)] = pick(256);
      const read = readUpdate(update, 5_000);
      // What no record holds is refused by its kind alone.
      if (typeof read === 'string' || read.structs.some(({ item }) => item?.content.kind === 'foreign')) continue;
      taken += 1;
      expect(() => Y.decodeUpdate(update)).not.toThrow();
    }
    expect(taken).toBeGreaterThan(100);
  });
});
