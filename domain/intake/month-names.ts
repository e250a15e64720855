const languages = ['en', 'en-GB', 'uk', 'fr', 'ar', 'ar-LB', 'ar-DZ', 'es', 'pt', 'de', 'it', 'pl', 'ru', 'tr'];
const forms: Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short' },
  { month: 'short', day: 'numeric' },
];

/** Names of months, whole and short, in small letters and without a last stop, as they stand alone and beside a day ("лютий", "лютого"). */
export const monthNames: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) => forms.flatMap((form) => namesIn(language, form))),
);

function namesIn(language: string, form: Intl.DateTimeFormatOptions): [string, number][] {
  const format = new Intl.DateTimeFormat(language, { ...form, calendar: 'gregory', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index): [string, number] => {
    const part = format.formatToParts(Date.UTC(2026, index, 1)).find(({ type }) => type === 'month');
    return [(part?.value ?? '').toLowerCase().replace(/\.$/, ''), index + 1];
  }).filter(([name]) => /^[\p{L}\p{M} ]+$/u.test(name));
}
