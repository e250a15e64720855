import * as Y from 'yjs';
import type { LogRow } from './read-log';

/**
 * A document from its log. All rows go into one transaction of one document: `Y.mergeUpdates` over many small updates
 * of several authors takes sixty times as long. `seen` is called after each row, while nothing is collected yet.
 */
export function replay(rows: readonly LogRow[], seen: (row: LogRow, doc: Y.Doc) => void = () => {}): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const row of rows) {
      Y.applyUpdate(doc, row.update);
      seen(row, doc);
    }
  });
  return doc;
}
