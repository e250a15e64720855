import type * as Y from 'yjs';
import { type FieldName, fieldNames, fieldsMap } from '@/domain/record/shape';
import type { Author, FieldValue, RecordChanges } from '@/platform/ports';
import type { Ledger } from './ledger';

/** The fields of a record that hold another value than before, and who gave it. */
export function changedFields(before: Y.Doc, after: Y.Doc, ledger: Ledger): RecordChanges['fields'] {
  return fieldNames.flatMap((field) => {
    const [old, now] = [fieldOf(before, field), fieldOf(after, field)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const by = authorOfField(after, field, ledger);
    return [{ field, before: old, after: now, ...(by === undefined ? {} : { by }) }];
  });
}

function fieldOf(doc: Y.Doc, field: FieldName): FieldValue {
  const value: unknown = doc.getMap(fieldsMap).get(field);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String);
  return value === undefined || value === null || value === '' ? null : String(value);
}

/** Who set the value that stands, or removed the last one. */
function authorOfField(doc: Y.Doc, field: FieldName, ledger: Ledger): Author | undefined {
  const item = doc.getMap(fieldsMap)._map.get(field);
  if (item === undefined) return undefined;
  const { client, clock } = item.lastId;
  const whose = item.deleted ? ledger.deletersOf(client, clock, clock + 1) : ledger.writersOf(client, clock, clock + 1);
  return whose[0]?.author;
}
