import { LanguageTag } from '@/domain/record/shape';
import { type DayOrder, dayFrom } from './day-from';
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
  const url = cell(mapping.url);
  const day = cell(mapping.seenOn);
  const locator = cell(mapping.locator);
  const neutralTitle = cell(mapping.neutralTitle);
  return {
    wording: cell(mapping.wording),
    language: languageOf(cell(mapping.language)) || defaults.language,
    ...(neutralTitle === '' ? {} : { title: neutralTitle }),
    appearance: {
      title: cell(mapping.title) || defaults.title || hostOf(url),
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

/** `pt_br` and `PT-BR` are `pt-BR`. */
function languageOf(cell: string): string {
  const [language = '', ...rest] = cell.split(/[-_]/);
  const region = rest.at(-1);
  const tag = [language.toLowerCase(), ...(region?.length === 2 ? [region.toUpperCase()] : [])].join('-');
  return LanguageTag.safeParse(tag).success ? tag : cell;
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? '';
}
