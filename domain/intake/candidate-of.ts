import { addressAsRead, asRead } from './as-read';
import { type DayOrder, dayFrom } from './day-from';
import { languageOf } from './language-of';
import type { Mapping } from './list-columns';

/** What stands for every row that does not say it itself. */
export type Defaults = { language: string; title: string; seenOn: string; dayOrder: DayOrder };

/** A row as the input of a new claim, not yet judged. */
export type Candidate = {
  wording: string;
  language: string;
  title?: string;
  appearance: { title: string; url?: string; seenOn: string; locator?: string };
};

/**
 * A row read by a mapping. An empty cell takes the default; a day or a language that cannot be understood stays as it was written, so that the
 * row is refused for it and says so (SPEC IN5).
 */
export function candidateOf(cells: Readonly<Record<string, string>>, mapping: Mapping, defaults: Defaults): Candidate {
  const cell = (column: string | undefined) => cellOf(cells, column).trim();
  const url = addressAsRead(cell(mapping.url) || cell(mapping.otherUrl));
  const day = cell(mapping.seenOn);
  const locator = asRead(cell(mapping.locator));
  const neutralTitle = asRead(cell(mapping.neutralTitle));
  return {
    wording: asRead(cell(mapping.wording)),
    language: languageOf(cell(mapping.language)) || defaults.language,
    ...(neutralTitle === '' ? {} : { title: neutralTitle }),
    appearance: {
      title: asRead(cell(mapping.title)) || defaults.title || hostOf(url),
      ...(url === '' ? {} : { url }),
      seenOn: day === '' ? defaults.seenOn : (dayFrom(day, defaults.dayOrder) ?? day),
      ...(locator === '' ? {} : { locator }),
    },
  };
}

/** What a row says in a column; nothing where it has none. A column may be called as something is that every object has. */
export function cellOf(cells: Readonly<Record<string, string>>, column: string | undefined): string {
  return column !== undefined && Object.hasOwn(cells, column) ? (cells[column] ?? '') : '';
}

/** The name of a web site; of an archived page, the one that was archived. */
function hostOf(url: string): string {
  const original = archived.exec(url.slice(0, longestShown))?.[1] ?? url;
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(original)?.[1] ?? '';
}

const longestShown = 2000;
const archived =
  /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|is|ph|org|md|li|fo|vn))\/[\w*]{1,40}\/(https?:\/\/.+)$/i;
