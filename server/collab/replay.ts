import * as Y from 'yjs';
import type { LogRow } from './read-log';

/**
 * A document from its log, or from a checkpoint's state and the rows after it. All goes into one transaction of one document:
 * `Y.mergeUpdates` over many small updates of several authors takes sixty times as long.
 */
export function replay(rows: readonly Pick<LogRow, 'update'>[], state?: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (state !== undefined) Y.applyUpdate(doc, state);
    for (const row of rows) Y.applyUpdate(doc, row.update);
  });
  return doc;
}
