import { expect, it } from 'vitest';
import { BrokenNotice } from '@/app/(public)/_page/broken-bytes';
import { isLocale } from '@/messages/locales';
import { localeNames } from '@/tests/support/message-files';
import { render, wordsOf } from '@/tests/support/render';

it.each(localeNames.filter((locale) => isLocale(locale)))(
  '[R11] bytes of every kind that are not what was signed are named, in %s',
  (locale) => {
    const kinds = ['record', 'charter', 'sign-off', 'signed-bytes'] as const;
    const said = kinds.map((what) => wordsOf(render(<BrokenNotice broken={[{ what, sha256: 'aa', found: 'bb' }]} />, locale)));
    expect(new Set(said).size).toBe(kinds.length);
  },
);
