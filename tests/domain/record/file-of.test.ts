import { expect, it } from 'vitest';
import { digestOf } from '@/domain/record/canonical';
import { fileOf } from '@/domain/record/file-of';
import { frozenSource } from '../build';

const sha256 = digestOf('file');
const file = { sha256, sizeBytes: 4, mediaType: 'text/plain' };

it('[F8] reads the file of a source from either version of a record', () => {
  expect(fileOf(frozenSource(1, { kind: 'file', file }))).toEqual(file);
  expect(fileOf(frozenSource(1, { kind: 'file', fileSha256: sha256 }))).toEqual({ sha256 });
  expect(fileOf(frozenSource(1))).toBeUndefined();
});
