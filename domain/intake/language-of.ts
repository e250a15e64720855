import { LanguageTag } from '@/domain/record/shape';

/**
 * The tag of a language as a list writes it: `pt_br` and `PT-BR` are `pt-BR`, `ukr` is `uk`, and "Ukrainian", "українська" and "ukrainien" are `uk` too. What names
 * none stays as it is written, so that its row is refused for it (SPEC IN5).
 */
export function languageOf(cell: string): string {
  if (cell === '' || cell.length > longestName) return cell;
  const tag = tagOf(cell.replaceAll('_', '-'));
  if (tag !== undefined && LanguageTag.safeParse(tag).success) return tag;
  return tagsByName.get(cell.toLowerCase()) ?? cell;
}

const longestName = 100;

/** A region that is a number, as in es-419, is left out: records know none. */
function tagOf(written: string): string | undefined {
  try {
    const { language, script, region } = new Intl.Locale(written);
    return [language, script, region?.length === 2 ? region : undefined].filter((part) => part !== undefined).join('-');
  } catch {
    return undefined;
  }
}

const tags =
  'ar az be bg bn bs cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ku lt lv mk mr ms nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta th tl tr uk ur uz vi zh'.split(
    ' ',
  );

/** Every language by its own name, and by its names in those of the desk. */
const tagsByName: ReadonlyMap<string, string> = new Map(
  tags.flatMap((tag) =>
    [tag, 'en', 'uk', 'fr', 'ar'].map((reader): [string, string] => [
      (new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag).toLowerCase(),
      tag,
    ]),
  ),
);
