import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Chance that can be repeated: mulberry32. Gives numbers from 0 up to, not including, `below`. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A message of some kind as an honest client would send it, made over the document `doc`, which it may change. */
export function validMessage(doc: Y.Doc, chance: Chance): Uint8Array {
  return pick(makers, chance)(doc, chance);
}

/** The same message after one to three mutations. */
export function mutated(message: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  let result = message;
  for (let times = 1 + chance(3); times > 0; times--) result = pick(mutations, chance)(result, other, chance);
  return result;
}

type Maker = (doc: Y.Doc, chance: Chance) => Uint8Array;

const edits: ((doc: Y.Doc, chance: Chance) => void)[] = [
  (doc, chance) => textOf(doc, chance)?.insert(0, 'word '),
  (doc, chance) => textOf(doc, chance)?.insert(0, 'bold', { bold: {} }),
  (doc, chance) => textOf(doc, chance)?.insert(0, '\u{1F600}'),
  (doc, chance) => {
    const text = textOf(doc, chance);
    if (text !== undefined && text.length > 2) text.delete(0, 1 + chance(text.length - 1));
  },
  (doc) => doc.getXmlFragment('analysis:en').insert(0, [new Y.XmlElement('paragraph')]),
  (doc, chance) => {
    const analysis = doc.getXmlFragment('analysis:en');
    if (analysis.length > 1) analysis.delete(chance(analysis.length - 1) + 1, 1);
  },
  (doc) => {
    const [list, item, paragraph] = ['bulletList', 'listItem', 'paragraph'].map((name) => new Y.XmlElement(name));
    if (list === undefined || item === undefined || paragraph === undefined) return;
    list.insert(0, [item]);
    item.insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText('an item')]);
    doc.getXmlFragment('analysis:en').push([list]);
  },
  (doc, chance) => doc.getMap('fields').set(pick(['claimantName', 'track', 'statedOn'], chance), 'a value'),
  (doc) => doc.getMap('fields').delete('track'),
];

function textOf(doc: Y.Doc, chance: Chance): Y.XmlText | undefined {
  const paragraph = doc.getXmlFragment(pick(['analysis:en', 'title:en', 'summary:en'], chance)).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  return text instanceof Y.XmlText ? text : undefined;
}

function edited(doc: Y.Doc, chance: Chance): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => pick(edits, chance)(doc, chance));
  return Y.encodeStateAsUpdate(doc, before);
}

const update: Maker = (doc, chance) => message([0, 2], (encoder) => encoding.writeVarUint8Array(encoder, edited(doc, chance)));
const makers: Maker[] = [
  ...[update, update, update, update],
  (doc, chance) => message([0, 1], (encoder) => encoding.writeVarUint8Array(encoder, edited(doc, chance))),
  (doc) => message([0, 1], (encoder) => encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))),
  (doc) => message([0, 0], (encoder) => encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc))),
  (doc, chance) => message([1], (encoder) => encoding.writeVarUint8Array(encoder, presence(doc.clientID, chance))),
  () => message([3], () => {}),
  (_doc, chance) => message([120, 17], (encoder) => encoding.writeVarUint(encoder, chance(1000))),
  () => message([120, 16], (encoder) => encoding.writeVarString(encoder, '{"app":"1"}')),
];

function message(start: number[], write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    for (const byte of start) encoding.writeUint8(encoder, byte);
    write(encoder);
  });
}

const hostileStates = [
  'null',
  '{}',
  '[]',
  '"text"',
  '{"user":{"name":"Bela"}}',
  '{"cursor":1e999}',
  '{"__proto__":{"a":1}}',
  '{',
  `${'['.repeat(999)}`,
];

function presence(client: number, chance: Chance): Uint8Array {
  const count = 1 + chance(4);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, pick([count, count, 0, 2 ** 31, Number.MAX_SAFE_INTEGER], chance));
    for (let state = 0; state < count; state++) {
      encoding.writeVarUint(encoder, pick([client, client + state, 0, 1, 2 ** 32], chance));
      encoding.writeVarUint(encoder, chance(2 ** 31));
      encoding.writeVarString(encoder, pick(hostileStates, chance));
    }
  });
}

type Mutation = (message: Uint8Array, other: Uint8Array, chance: Chance) => Uint8Array;

const mutations: Mutation[] = [
  (bytes, _other, chance) => changed(bytes, chance, (byte) => byte ^ (1 << chance(8))),
  (bytes, _other, chance) => changed(bytes, chance, (byte) => byte ^ (1 << chance(8))),
  (bytes, _other, chance) => changed(bytes, chance, () => chance(256)),
  (bytes, _other, chance) => changed(bytes, chance, (byte) => byte + (chance(2) === 0 ? 1 : 255)),
  /** Cut short. */
  (bytes, _other, chance) => bytes.slice(0, chance(bytes.length + 1)),
  /** A stretch left out. */
  (bytes, _other, chance) => {
    const from = chance(bytes.length + 1);
    return joined(bytes.slice(0, from), bytes.slice(from + chance(8)));
  },
  /** A stretch twice. */
  (bytes, _other, chance) => {
    const [from, length] = [chance(bytes.length + 1), 1 + chance(16)];
    return joined(bytes.slice(0, from + length), bytes.slice(from));
  },
  /** The beginning of one message and the end of another. */
  (bytes, other, chance) => joined(bytes.slice(0, chance(bytes.length + 1)), other.slice(chance(other.length + 1))),
  /** Noise put in. */
  (bytes, _other, chance) => {
    const at = chance(bytes.length + 1);
    return joined(
      bytes.slice(0, at),
      Uint8Array.from({ length: 1 + chance(20) }, () => chance(256)),
      bytes.slice(at),
    );
  },
  /** A number that promises more than there is. */
  (bytes, _other, chance) => {
    const at = chance(bytes.length + 1);
    const size = pick([2 ** 7, 2 ** 14, 2 ** 31, 2 ** 32 - 1, 2 ** 53 - 1], chance);
    return joined(
      bytes.slice(0, at),
      encoding.encode((encoder) => encoding.writeVarUint(encoder, size)),
      bytes.slice(at + 1),
    );
  },
  /** A number without an end. */
  (bytes, _other, chance) => {
    const at = chance(bytes.length + 1);
    return joined(bytes.slice(0, at), new Uint8Array(12).fill(255), bytes.slice(at));
  },
  /** Another type of message. */
  (bytes, _other, chance) => joined(Uint8Array.of(pick([0, 1, 2, 3, 4, 8, 99, 120, 255], chance), chance(20)), bytes.slice(2)),
];

function changed(bytes: Uint8Array, chance: Chance, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  const at = chance(copy.length);
  if (copy.length > 0) copy[at] = change(copy[at] ?? 0);
  return copy;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function pick<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[chance(items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
