import { expect, it } from 'vitest';
import { monthNames } from '@/domain/intake/month-names';

it('[IN5] a name of a month is one month in every language that has it', () => {
  // Of two months with one name the table would keep the last: each is asked for by the name that it was made from.
  for (const language of ['en', 'uk', 'fr', 'ar', 'ar-LB', 'es', 'pt', 'de', 'it', 'pl', 'ru', 'tr'])
    for (let month = 0; month < 12; month += 1) {
      const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1));
      expect([language, name, monthNames.get(name.toLowerCase())]).toEqual([language, name, month + 1]);
    }
});
