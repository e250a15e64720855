import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { emptyTexts } from '@/domain/record/draft';
import { encodeDraft } from '@/server/collab/encode-draft';

/** What every document begins with, at every server: a record without a word in it. */
export const firstContent = encodeDraft({ texts: { en: emptyTexts }, fields: {} });

/**
 * Somebody who types a letter at a time behind their own last one. The first letter is placed by Yjs; the others follow a pattern, since
 * the generator must not cost more than the servers it measures.
 */
export class Typist {
  readonly client: number;
  /** The clock after the newest letter. */
  clock = 0;

  constructor() {
    this.client = new Y.Doc().clientID;
  }

  next(): Uint8Array {
    const update = this.clock === 0 ? this.first('a') : letterAfter(this.client, this.clock);
    this.clock += 1;
    return update;
  }

  /** A text at once, as a paste does. */
  first(text: string): Uint8Array {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, firstContent);
    doc.clientID = this.client;
    const before = Y.encodeStateVector(doc);
    textOf(doc).insert(0, text);
    return Y.encodeStateAsUpdate(doc, before);
  }
}

/** The run of text in which everybody types. */
export function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = doc.getXmlFragment('analysis:en').get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (text instanceof Y.XmlText) return text;
  throw new Error('The record has no text to type into.');
}

/** Yjs's first encoding of one client with one struct: a string of one letter with an origin and nothing else, and no deletion. */
function letterAfter(client: number, clock: number): Uint8Array {
  const stringWithOrigin = 0x84;
  return encoding.encode((encoder) => {
    for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, stringWithOrigin);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock - 1);
    encoding.writeVarString(encoder, 'a');
    encoding.writeVarUint(encoder, 0);
  });
}
