import { expect, it } from 'vitest';
import { notesDocument, recordDocument } from '@/domain/record/document-name';

it('[A4] gives every party’s notes a document of their own, and the record another', () => {
  const names = [recordDocument('doha'), notesDocument('doha', 'north'), notesDocument('doha', 'south'), recordDocument('cyber')];
  expect(names).toEqual(['claims/doha/record', 'claims/doha/notes/north', 'claims/doha/notes/south', 'claims/cyber/record']);
});
