import { describe, expect, it } from 'vitest';
import { splitSentences } from '@/domain/intake/split-sentences';

const split = (text: string, language: string) => splitSentences(text, language).map((sentence) => sentence.text);

describe('the sentences of an article', () => {
  it.each([
    ['en', 'Dr. Smith met J. K. Rowe on 3 Feb. 2026. They spoke, e.g. about fuel, for two hours. It ended.', 3],
    ['en', 'The bank set aside €12.5 billion, etc. No more will come. It cost approx. 3 million.', 3],
    ['uk', 'У 2014 р. почалася війна. За словами Ю. Шевчука, загинуло 14 тис. людей, зокрема у с. Широкине.', 2],
    ['uk', 'Це сталося 3 лют. 2024 р. Потім проф. Коваль і т. зв. експерти поїхали до ім. Шевченка.', 2],
    ['uk', 'Банк виділив 12 млрд дол. США. Це 5 млрд дол. Потім виділив ще.', 3],
    ['fr', 'M. Dupont a dit « non ». Mme. Roy, av. J.-C. oblige, a payé env. 3 millions. Voir p. 5.', 3],
    ['ar', 'قال د. أحمد إن الحكومة أنفقت 5 ملايين. وصل أ. د. محمود في المساء.', 2],
  ])('[IN1] in %s end at none of its abbreviations and initials: %s', (language, text, count) => {
    const sentences = split(text, language);
    expect(sentences).toHaveLength(count);
    expect(sentences.join(' ')).toBe(text);
  });

  it('[IN1] end where a line does, and are numbered without the empty ones', () => {
    expect(splitSentences('A heading without a stop\n\nOne. Two!\r\n- - -\n“Is it?” she asked. 3.', 'en')).toEqual([
      { number: 1, text: 'A heading without a stop' },
      { number: 2, text: 'One.' },
      { number: 3, text: 'Two!' },
      { number: 4, text: '“Is it?” she asked.' },
      { number: 5, text: '3.' },
    ]);
  });

  it('[IN1] hold no sign or number of a list, and a day at the beginning of a line stays', () => {
    const text =
      '2. Security will extend.\n- Yes, it will.\n• So\n(3) Aid came. 4. More came.\n— Ні, — сказав він.\n12 ferries ran.\n2. 3 ferries ran.';
    expect(split(text, 'en')).toEqual([
      ...['Security will extend.', 'Yes, it will.', 'So', 'Aid came.', '4. More came.', 'Ні, — сказав він.', '12 ferries ran.'],
      '2. 3 ferries ran.',
    ]);
    expect(split('3. Februar war es kalt. Es schneite.', 'de')).toEqual(['3. Februar war es kalt.', 'Es schneite.']);
  });

  it('[IN1] are found in a language without a list, and in one without letters of case', () => {
    expect(split('Der Krieg endete. Alle gingen.', 'de')).toHaveLength(2);
    expect(split('यह एक वाक्य है। यह दूसरा है।', 'hi')).toHaveLength(2);
  });

  it.each(['a. ', 'J. ', '. ', '.', 'e.g. ', 'Dr. ', '1. ', '"', ' ', 'a'])(
    '[IN1] [IN14] are found in 200,000 characters of: %j',
    (piece) => {
      const text = `It ran. ${piece.repeat(200_000 / piece.length)}x`;
      expect(split(text, 'en').join(' ').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    },
  );

  it('[IN1] are the same in a long line as in short ones, and one that is longer than most articles is whole', () => {
    const lines = Array.from({ length: 900 }, (_, index) => `Dr. Smith of row ${index} said so, e.g. in May. It ended!`);
    expect(split(lines.join(' '), 'en')).toEqual(lines.flatMap((line) => split(line, 'en')));
    const long = `It ran ${'on and '.repeat(5000)}on.`;
    expect(split(`First. ${long} Last.`, 'en')).toEqual(['First.', long, 'Last.']);
  });
});
