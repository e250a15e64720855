import { expect, it } from 'vitest';
import { kindOfFile, servedAs } from '@/domain/source/media-types';

it.each([
  ['application/pdf', 'pdf', 'application/pdf', 'pdf'],
  ['image/png', 'image', 'image/png', 'png'],
  ['image/jpeg', 'image', 'image/jpeg', 'jpg'],
  ['text/plain', 'text', 'text/plain; charset=utf-8', 'txt'],
])('[F6] a file of type %s is called %s and keeps its type', (mediaType, kind, contentType, extension) => {
  expect(kindOfFile(mediaType)).toBe(kind);
  expect(servedAs(mediaType)).toEqual({ contentType, extension });
});

it.each([
  'text/html',
  'image/svg+xml',
  'application/xml',
  'application/xhtml+xml',
  'text/javascript',
  'application/zip',
  'constructor',
  '',
])('[F6] a file of type “%s” is bytes of no type', (mediaType) => {
  expect(kindOfFile(mediaType)).toBe('other');
  expect(servedAs(mediaType)).toEqual({ contentType: 'application/octet-stream', extension: 'bin' });
});
