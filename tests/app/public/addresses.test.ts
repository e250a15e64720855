import { describe, expect, it } from 'vitest';
import { numberIn, slugIn } from '@/app/(public)/_page/address-parts';
import { bytesResponse } from '@/app/(public)/_page/bytes-response';
import { readableTexts, writtenIn } from '@/app/(public)/_page/text-direction';
import { digestOf } from '@/domain/record/canonical';

describe('the parts of a public address', () => {
  it.each(['ceasefire-after-doha', 'claim-0192ab', 'a'])('are a slug: %j', (slug) => {
    expect(slugIn(slug)).toBe(slug);
  });

  it.each([undefined, '', 'A', 'a/b', 'a\u0000', 'é', '../a', 'a'.repeat(121)])('are no slug: %j', (slug) => {
    expect(slugIn(slug)).toBeUndefined();
  });

  it.each([undefined, '', '0', '01', '-1', '1.0', '1e3', '9999999', '٣', '1\u0000'])('are no number: %j', (number) => {
    expect(numberIn(number)).toBeUndefined();
  });
});

describe('exact bytes', () => {
  const bytes = new TextEncoder().encode('{"a":"é"}');
  const stored = { bytes, sha256: digestOf(bytes) };
  const asked = (headers: HeadersInit = {}) => new Request('http://localhost/record.json', { headers });

  it('are served as they are, named by their digest, to be kept for ever', async () => {
    const response = await bytesResponse(asked(), stored);
    expect(digestOf(new Uint8Array(await response.arrayBuffer()))).toBe(stored.sha256);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${stored.sha256}"`,
      'content-type': 'application/json',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it.each([`"${stored.sha256}"`, `W/"${stored.sha256}"`, `"other", "${stored.sha256}"`])(
    'are not sent again to whoever has %s',
    async (etag) => {
      const response = await bytesResponse(asked({ 'if-none-match': etag }), stored);
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
    },
  );
});

describe('the language of a record', () => {
  const record = { language: 'fr', texts: { fr: 'bonjour', ar: 'مرحبا' } };

  it('is the reader’s when the parties signed it, else the record’s main one', () => {
    expect(readableTexts(record, 'ar')).toEqual({ texts: 'مرحبا', language: 'ar' });
    expect(readableTexts(record, 'en')).toEqual({ texts: 'bonjour', language: 'fr' });
  });

  it.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['fa-IR', 'rtl'],
    ['uk', 'ltr'],
  ])('%s is written %s', (language, dir) => {
    expect(writtenIn(language)).toEqual({ lang: language, dir });
  });
});
