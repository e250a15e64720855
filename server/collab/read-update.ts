import * as decoding from 'lib0/decoding';

export type Id = { client: number; clock: number };

/** What a struct brings, as far as anybody asks: names for types and marks, values for fields. */
export type Content =
  | { kind: 'deleted' | 'text' | 'foreign' }
  | { kind: 'any'; values: unknown[] }
  | { kind: 'mark'; name: string }
  | { kind: 'element'; name: string }
  | { kind: 'run' };

export type Struct = Id & {
  length: number;
  /** Undefined: a stretch that holds nothing any more (GC). */
  item:
    | {
        origin: Id | undefined;
        rightOrigin: Id | undefined;
        /** A root by its name, a type by its id, or undefined: the parent is that of a neighbour. */
        parent: string | Id | undefined;
        key: string | undefined;
        content: Content;
      }
    | undefined;
};

export type Deletion = Id & { length: number };
/** `isExact`: nothing follows the update in its bytes. */
export type ReadUpdate = { structs: Struct[]; deletions: Deletion[]; isExact: boolean };

/** Bits of a struct's first byte, as Yjs writes it (update format 1). */
const hasOrigin = 0b1000_0000;
const hasRightOrigin = 0b0100_0000;
const hasKey = 0b0010_0000;
const contentBits = 0b0001_1111;

/**
 * Reads an update without making a single Yjs object: a hundred thousand subdocuments or types would be made before anybody could refuse
 * them. Also several times faster than `Y.decodeUpdate`, and every keystroke passes here. Undefined: it cannot be read, holds a gap or more
 * than `most` structs and deletions.
 */
export function readUpdate(update: Uint8Array, most: number): ReadUpdate | 'malformed' | 'incomplete' | 'too-large' {
  const decoder = decoding.createDecoder(update);
  const structs: Struct[] = [];
  const deletions: Deletion[] = [];
  try {
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const count = decoding.readVarUint(decoder);
      const client = decoding.readVarUint(decoder);
      let clock = decoding.readVarUint(decoder);
      if (structs.length + count > most) return 'too-large';
      for (let left = count; left > 0; left--) {
        const info = decoding.readUint8(decoder);
        // A stretch that the sender itself does not have.
        if (info === 10) return 'incomplete';
        const struct = readStruct(decoder, info, client, clock);
        if (!(struct.length > 0)) return 'malformed';
        structs.push(struct);
        clock += struct.length;
      }
    }
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const client = decoding.readVarUint(decoder);
      const count = decoding.readVarUint(decoder);
      if (structs.length + deletions.length + count > most) return 'too-large';
      for (let left = count; left > 0; left--)
        deletions.push({ client, clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) });
    }
  } catch {
    return 'malformed';
  }
  return { structs, deletions, isExact: decoder.pos === update.byteLength };
}

function readStruct(decoder: decoding.Decoder, info: number, client: number, clock: number): Struct {
  if ((info & contentBits) === 0) return { client, clock, length: decoding.readVarUint(decoder), item: undefined };
  const origin = (info & hasOrigin) === 0 ? undefined : readId(decoder);
  const rightOrigin = (info & hasRightOrigin) === 0 ? undefined : readId(decoder);
  const isPlaced = origin === undefined && rightOrigin === undefined;
  const parent = isPlaced ? readParent(decoder) : undefined;
  const key = isPlaced && (info & hasKey) !== 0 ? decoding.readVarString(decoder) : undefined;
  const { length, content } = readContent(decoder, info & contentBits);
  return { client, clock, length, item: { origin, rightOrigin, parent, key, content } };
}

function readId(decoder: decoding.Decoder): Id {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
}

function readParent(decoder: decoding.Decoder): string | Id {
  return decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readId(decoder);
}

/** Yjs's numbers for what an item can hold, and for types. */
const contents = { deleted: 1, json: 2, binary: 3, text: 4, embed: 5, format: 6, type: 7, any: 8 };
const types = { array: 0, map: 1, text: 2, element: 3, fragment: 4, hook: 5, xmlText: 6 };

function readContent(decoder: decoding.Decoder, kind: number): { length: number; content: Content } {
  switch (kind) {
    case contents.text:
      return { length: decoding.readVarString(decoder).length, content: { kind: 'text' } };
    case contents.deleted:
      return { length: decoding.readVarUint(decoder), content: { kind: 'deleted' } };
    case contents.format: {
      const name = decoding.readVarString(decoder);
      const value = decoding.readVarString(decoder);
      JSON.parse(value);
      return { length: 1, content: value.length > longestMark ? { kind: 'foreign' } : { kind: 'mark', name } };
    }
    case contents.type:
      return { length: 1, content: readType(decoder) };
    case contents.any: {
      const length = decoding.readVarUint(decoder);
      const values: unknown[] = [];
      for (let left = length; left > 0; left--) values.push(decoding.readAny(decoder));
      return { length, content: { kind: 'any', values } };
    }
    default:
      return foreignContent(decoder, kind);
  }
}

/** A mark is on or off; its value is an empty object, true or null. */
const longestMark = 64;

function readType(decoder: decoding.Decoder): Content {
  const type = decoding.readVarUint(decoder);
  if (type === types.element) return { kind: 'element', name: decoding.readVarString(decoder) };
  if (type === types.xmlText) return { kind: 'run' };
  if (type === types.hook) decoding.readVarString(decoder);
  if (type > types.xmlText) throw new Error('There is no such type.');
  return { kind: 'foreign' };
}

/** Read to its end only so that what follows can be judged as well. */
function foreignContent(decoder: decoding.Decoder, kind: number): { length: number; content: Content } {
  const content: Content = { kind: 'foreign' };
  if (kind === contents.binary) decoding.readVarUint8Array(decoder);
  else if (kind === contents.embed) decoding.readVarString(decoder);
  else if (kind === contents.json) {
    const length = decoding.readVarUint(decoder);
    for (let left = length; left > 0; left--) decoding.readVarString(decoder);
    return { length, content };
  } else {
    if (kind !== 9) throw new Error('There is no such content.');
    decoding.readVarString(decoder);
    decoding.readAny(decoder);
  }
  return { length: 1, content };
}
