import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOf } from '@/domain/record/canonical';
import { examineBytes, NotWhole } from '@/platform/examine-bytes';
import { inPieces } from '@/tests/support/in-pieces';

const text = (value: string) => new TextEncoder().encode(value);
const hex = (value: string) => Uint8Array.from(Buffer.from(value, 'hex'));

async function examined(bytes: Uint8Array, sizeBytes = bytes.byteLength) {
  const examination = examineBytes(inPieces(bytes), { sizeBytes });
  const passed: Uint8Array[] = [];
  for await (const chunk of examination.bytes) passed.push(chunk);
  expect(Buffer.concat(passed)).toEqual(Buffer.from(bytes));
  return examination.examined();
}

const kinds: [string, string, Uint8Array][] = [
  ['a PNG picture', 'image/png', readFileSync('tests/vectors/files/picture.png')],
  ['a PDF document', 'application/pdf', readFileSync('tests/vectors/files/document.pdf')],
  ['a JPEG picture', 'image/jpeg', hex('ffd8ffe000104a46494600010101006000600000ffdb0043')],
  ['plain text', 'text/plain', text('Of the ceasefires that held …\n\tوقف إطلاق النار\n')],
  ['text with a byte order mark', 'text/plain', text('\uFEFFA text.')],
  ['a text that begins with a sign', 'text/plain', text('< 5 per cent of them held.')],
  ['a page', 'text/html', text('<!doctype html><script>alert(1)</script>')],
  ['a page behind white space and a comment', 'text/html', text(' \n<!-- a note -->\n<HTML><body onload=alert(1)>')],
  ['a page that begins with a script', 'text/html', text('<script>alert(1)</script>')],
  ['a drawing', 'image/svg+xml', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a drawing that says it is XML', 'image/svg+xml', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['other markup', 'application/xml', text('<?xml version="1.0"?><feed/>')],
  ['an archive', 'application/zip', hex('504b0506000000000000000000000000000000000000')],
  ['text of another encoding', 'application/octet-stream', hex('e974e9')],
  ['text with a character nobody reads', 'application/octet-stream', text('a\u0000b')],
  ['text that ends within a character', 'application/octet-stream', hex('61e2')],
  ['bytes of no kind', 'application/octet-stream', hex('000102030405')],
];

describe('what a file is', () => {
  it.each(kinds)('[F2] is told by its bytes: %s is %s', async (_, mediaType, bytes) => {
    expect(await examined(bytes)).toEqual({ sha256: digestOf(bytes), sizeBytes: bytes.byteLength, mediaType });
  });

  it('[F2] is not a text when a byte near its end is none', async () => {
    const bytes = Uint8Array.from(Buffer.from(`${'A line of a long text.\n'.repeat(10_000)}\u0001`));
    expect((await examined(bytes)).mediaType).toBe('application/octet-stream');
  });

  it('[F2] is unknown when its beginning was made to break whoever reads it', async () => {
    for (const start of [
      '504b0304',
      '89504e470d0a1a0a',
      '3026b2758e66cf11a6d900aa0062ce6c',
      '1f8b0800',
      '4f676753',
      '52494646ffffffff',
    ])
      await expect(examined(hex(`${start}${'ff'.repeat(40)}`))).resolves.toMatchObject({
        mediaType: expect.stringContaining('/'),
      });
  });
});

describe('bytes on their way', () => {
  it.each([
    ['fewer than were announced', 27],
    ['more than were announced', 25],
  ])('[F1] are not whole when they are %s', async (_, sizeBytes) => {
    await expect(examined(text('An article about the talks'), sizeBytes)).rejects.toThrow(NotWhole);
  });

  it('[F1] are not whole when the line is cut, and a fault of whoever takes them is another', async () => {
    async function* cut() {
      yield text('An article');
      throw new Error('aborted');
    }
    const drain = async (fault?: Error) => {
      for await (const _chunk of examineBytes(cut(), { sizeBytes: 100 }).bytes) if (fault !== undefined) throw fault;
    };
    await expect(drain()).rejects.toThrow(NotWhole);
    await expect(drain(new Error('the disk is full'))).rejects.toThrow('the disk is full');
  });
});
