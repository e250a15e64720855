import { describe, expect, it } from 'vitest';
import { LikeTexts } from '@/domain/intake/similarity';

const texts = {
  ferry: 'The ferry did not run for the whole winter.',
  bridge: 'The bridge over the river was opened on the first of May.',
  loans: 'Where loans were tied to reforms, rebuilding went 25 per cent faster.',
  uk: 'Паром не ходив усю зиму.',
  ar: 'لم تعمل العبّارة طوال الشتاء.',
  hi: 'पूरी सर्दी में नौका नहीं चली।',
};

function pool(): LikeTexts {
  const made = new LikeTexts();
  for (const [key, text] of Object.entries(texts)) made.add(key, text);
  return made;
}

describe('texts like another', () => {
  it.each([
    ['ferry', 'All winter long the ferry was not running.'],
    ['loans', 'rebuilding is 25 % faster with loans tied to reforms'],
    ['uk', 'Пороми не ходили всю зиму'],
    ['ar', 'العبّارة لم تعمل في الشتاء'],
    ['hi', 'सर्दी में नौका नहीं चली'],
  ])('[IN4] are found without a stemmer: %s', (key, text) => {
    expect(pool().like(text, { most: 3 })[0]?.key).toBe(key);
  });

  it('[IN4] are best first and at most as many as asked; the same text shares everything', () => {
    const like = pool().like(texts.ferry, { most: 2, atLeast: 0 });
    expect(like).toHaveLength(2);
    expect(like[0]).toEqual({ key: 'ferry', share: 1 });
    expect(like[1]?.share).toBeLessThan(0.5);
  });

  it('[IN4] are none where nothing is shared, and in an empty pool', () => {
    expect(pool().like('Zyzzyva', { most: 3 })).toEqual([]);
    expect(pool().like('', { most: 3 })).toEqual([]);
    expect(new LikeTexts().like(texts.ferry, { most: 3 })).toEqual([]);
    expect(pool().size).toBe(Object.keys(texts).length);
  });
});
