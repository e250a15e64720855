/** What a column of a list may be read as; the wording is the one that a claim cannot do without. */
export const mappedFields = ['wording', 'language', 'neutralTitle', 'url', 'otherUrl', 'title', 'seenOn', 'locator'] as const;
export type MappedField = (typeof mappedFields)[number];
/** Which column is read as what, by the column's name. `otherUrl` is read where a row has nothing in the first. */
export type Mapping = { wording: string } & { [Field in Exclude<MappedField, 'wording'>]?: string };

/** The columns as their names suggest; the person confirms or changes it. Where no name tells the wording it is `wordingElse`. */
export function suggestMapping(columns: readonly string[], wordingElse = columns[0] ?? ''): Mapping {
  const free = new Set(columns);
  const found: Partial<Record<MappedField, string>> = {};
  for (const field of mappedFields) {
    const column = names[field].map((name) => [...free].find((candidate) => plain(candidate) === name)).find(Boolean);
    if (column === undefined) continue;
    found[field] = column;
    free.delete(column);
  }
  return { ...found, wording: found.wording ?? wordingElse };
}

/** `content.text.value` and `title.rendered` are what their wrapping holds. */
function plain(column: string): string {
  return column
    .toLowerCase()
    .replace(/\.(?:value|rendered)$/, '')
    .replace(/^(?:content|raw_response|item|node|attributes|fields)\./, '')
    .replace(/[^\p{L}\p{N}.]/gu, '');
}

/** Names of columns as lists that people exchange have them, in the order of preference. */
const names: Record<MappedField, readonly string[]> = {
  wording: [
    ...[
      'claimreviewed',
      'claim',
      'claimtext',
      'claims',
      'statement',
      'wording',
      'text',
      'quote',
      'твердження',
      'заява',
      'цитата',
    ],
    ...['affirmation', 'déclaration', 'énoncé', 'citation', 'الادعاء', 'ادعاء', 'التصريح', 'النص'],
  ],
  language: ['inlanguage', 'language', 'lang', 'languagecode', 'claimreview.languagecode', 'мова', 'langue', 'اللغة', 'لغة'],
  neutralTitle: ['neutraltitle'],
  url: [
    ...[
      'appearanceurl',
      'originalclaimurl',
      'sourceclaimurl',
      'claimurl',
      'webarchive',
      'factcheckingarticle',
      'url',
      'link',
      'href',
    ],
    ...['itemreviewed.url', 'claimreview.url', 'permalink', 'sourceurl', 'sourcelink', 'посилання', 'адреса', 'lien', 'adresse'],
    ...['الرابط', 'رابط'],
  ],
  otherUrl: ['webarchive', 'factcheckingarticle', 'reviewurl', 'articleurl', 'archiveurl', 'archivedurl', 'url', 'link'],
  title: [
    ...[
      'publication',
      'outlet',
      'source',
      'reportingsource',
      'publisher',
      'claimreview.publisher.name',
      'claimreview.publisher.site',
    ],
    ...['site', 'medium', 'domain', 'видання', 'джерело', 'canal', 'média', 'المصدر', 'الوسيلة'],
  ],
  seenOn: [
    ...['seenon', 'seen', 'dateseen', 'claimdate', 'statedon', 'datepublished', 'date', 'factcheckingdate', 'publishedon'],
    ...[
      'publishedat',
      'reviewdate',
      'claimreview.reviewdate',
      'datecreated',
      'datenews',
      'createdat',
      'дата',
      'التاريخ',
      'تاريخ',
    ],
  ],
  locator: ['locator', 'paragraph', 'timestamp', 'абзац', 'сторінка', 'paragraphe', 'الصفحة'],
};
