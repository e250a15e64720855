import { describe, expect, it } from 'vitest';
import { mailWords } from '@/platform/mail-words';
import { localeNames } from '../support/message-files';

const facts = {
  desk: 'The desk',
  party: 'The party',
  role: 'checker',
  inviter: 'The host {link}',
  link: 'https://desk.example/x',
  hours: '72',
};

describe('the words of a mail', () => {
  it.each(localeNames)('[M12] in %s print every fact once they are asked for, and nothing that a fact says', (locale) => {
    const { subject, text } = mailWords('invitation', locale, facts);
    expect(subject).toContain('The desk');
    for (const fact of ['The desk', 'The party', 'The host {link}', 'https://desk.example/x', '72']) expect(text).toContain(fact);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(`${subject}${text.replace('{link}', '')}`).not.toMatch(/[{}]/);
  });

  it('speak English where a language has none', () => {
    expect(mailWords('invitation', 'tlh', facts)).toEqual(mailWords('invitation', 'en', facts));
  });
});
