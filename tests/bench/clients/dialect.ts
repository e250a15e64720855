import * as encoding from 'lib0/encoding';

export type DialectName = 'stock' | 'hocuspocus';

/** How a peer wants y-protocols' messages wrapped: Hocuspocus puts the document's name before each and waits for a token. */
export type Dialect = { prefix: Uint8Array; opening: Uint8Array[]; saved: number };

const types = { auth: 2, syncStatus: 8, control: 120 } as const;

export function dialectOf(name: DialectName, document: string): Dialect {
  if (name === 'stock') return { prefix: new Uint8Array(), opening: [], saved: types.control };
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, document));
  const token = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, types.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'a token');
  });
  return { prefix, opening: [token], saved: types.syncStatus };
}
