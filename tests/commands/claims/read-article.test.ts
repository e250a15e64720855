import { expect, it } from 'vitest';
import { readArticle } from '@/commands/claims/read-article';
import { articleLimit } from '@/domain/intake/article-limit';
import { articleText } from '@/server/demo/article';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('reading an article', (open) => {
  it('[IN2] [IN3] answers every sentence with its reasons and a title to begin with, and stores nothing', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const before = await eventsOf(db, id);
    const { sentences } = answerOf(await readArticle(contextFor(db, north.checkers[0]), { text: articleText, language: 'en' }));
    expect(sentences.map(({ text }) => text).join(' ')).toBe(articleText.trim().split(/\s+/).join(' '));
    expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, index) => index + 1));
    expect(sentences.find(({ text }) => text.startsWith('Misinformation'))).toMatchObject({
      reasons: ['figure'],
      title: 'Misinformation delays a settlement by nine months on average',
    });
    expect(sentences.find(({ text }) => text.startsWith('Words can'))?.reasons).toEqual([]);
    expect(await eventsOf(db, id)).toEqual(before);
  });

  it('reads the longest article there may be, and refuses what is none', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    const longest = 'It rose by 42 per cent. '.repeat(articleLimit / 24);
    expect(answerOf(await readArticle(context, { text: longest, language: 'en' })).sentences).toHaveLength(8333);
    const code = async (input: unknown) => (await refusalOf(db, id, () => readArticle(context, input))).code;
    expect(await code({ text: '— — —', language: 'en' })).toBe('no-sentences');
    for (const input of [
      { text: `${longest}${longest}`, language: 'en' },
      { text: ' ', language: 'en' },
      { text: 'A zero-width\u200b space.', language: 'en' },
      { text: 'x', language: 'English' },
      { text: 'x', language: 'en', title: 'x' },
      null,
    ])
      expect(await code(input)).toBe('invalid-input');
  });

  it('[A2] refuses observers, the steward and strangers', async () => {
    const db = await open();
    await expectOnlyEditors(db, await buildWorkspace(db), (context) => readArticle(context, { text: 'A text.', language: 'en' }));
  });
});
