import { describe, expect, it } from 'vitest';
import { whyOffered } from '@/domain/intake/why-offered';

describe('why a sentence is offered', () => {
  it.each([
    ['en', 'Taking part rose by 42 per cent.', ['figure']],
    ['en', 'Misinformation delays a settlement by nine months.', ['figure']],
    ['en', '“We did not stop the ferry,” the minister said.', ['quotation', 'attribution']],
    ['en', 'According to the bank, 12 billion were set aside.', ['figure', 'attribution']],
    ['uk', 'За даними ООН, загинуло 14 тисяч людей.', ['figure', 'attribution']],
    ['uk', 'Міністр заявив: «Ми не зупиняли поромів».', ['quotation', 'attribution']],
    ['fr', 'Selon la banque, la moitié des prêts a été remboursée.', ['figure', 'attribution']],
    ['fr', 'Il a dit « nous n’avons pas arrêté ».', ['quotation', 'attribution']],
    ['ar', 'وقال الوزير إن التكلفة بلغت ٥ ملايين.', ['figure', 'attribution']],
    ['ar', 'أُنفقت ملايين على الطرق.', ['figure']],
    ['ar', 'واستمرت الهدنة شهرين وانسحب ثلثا القوات.', ['figure']],
    ['uk', 'Перемир’я тривало вісімнадцять місяців.', ['figure']],
    ['uk', 'Це сталося після двох років боїв.', ['figure']],
    ['fr', 'La trêve a duré quinze mois.', ['figure']],
    ['en', 'The truce held for eighteen months.', ['figure']],
    ['en', 'The plan emerged after 2022.', ['figure']],
    ['en', 'The 2020 process: 18 months of truce', ['figure']],
    ['en', 'The bank estimates losses in the east.', ['attribution']],
    ['de', 'Er nannte es „einen großen Sieg“.', ['quotation']],
  ])('[IN2] in %s: %s', (language, sentence, reasons) => {
    expect(whyOffered(sentence, language)).toEqual(reasons);
  });

  it.each([
    ['en', 'Words can undo the work.'],
    ['en', 'Did 42 per cent take part?'],
    ['ar', 'هل بلغت التكلفة 5 ملايين؟'],
    ['en', '3. Economic reconstruction will be a lever'],
    ['en', 'He called it a “victory”.'],
    ['en', 'The instrument was tuned.'],
    ['en', 'Real-world example: the 2020 peace process'],
    ['en', 'Analysts expect back-channel and track-two workshops.'],
    ['en', 'Analysts expect track‑two workshops.'],
  ])('[IN2] is nothing for what can hardly be checked, in %s: %s', (language, sentence) => {
    expect(whyOffered(sentence, language)).toEqual([]);
  });

  it.each([
    ['curly openers', '“ '],
    ['guillemets', '« '],
    ['low openers', '„ '],
    ['words', 'атисяч'],
    ['questions', '?"'],
  ])('[IN14] is told of 200,000 characters of %s that nothing closes', (_, piece) => {
    const hostile = `${piece.repeat(200_000 / piece.length)}x`;
    expect(whyOffered(hostile, 'uk')).toEqual([]);
    expect(whyOffered(`«Ми не зупиняли поромів». ${hostile}`, 'uk')).toEqual(['quotation']);
  });
});
