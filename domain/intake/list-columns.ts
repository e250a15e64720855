/** What a column of a list may be read as; the wording is the one that a claim cannot do without. */
export const mappedFields = ['wording', 'language', 'neutralTitle', 'url', 'title', 'seenOn', 'locator'] as const;
export type MappedField = (typeof mappedFields)[number];
/** Which column is read as what, by the column's name. */
export type Mapping = { wording: string } & { [Field in Exclude<MappedField, 'wording'>]?: string };

/** The columns as their names suggest; the person confirms or changes it. Without a likely wording the first column is proposed. */
export function suggestMapping(columns: readonly string[]): Mapping {
  const free = new Set(columns);
  const found: Partial<Record<MappedField, string>> = {};
  for (const field of mappedFields) {
    const column = names[field].map((name) => [...free].find((candidate) => plain(candidate) === name)).find(Boolean);
    if (column === undefined) continue;
    found[field] = column;
    free.delete(column);
  }
  return { ...found, wording: found.wording ?? columns[0] ?? '' };
}

function plain(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
}

/** Names of columns as lists that people exchange have them, in the order of preference. */
const names: Record<MappedField, readonly string[]> = {
  wording: [
    'claimreviewed',
    'claim',
    'claimtext',
    'statement',
    'wording',
    'text',
    'quote',
    'твердження',
    'заява',
    'affirmation',
    'الادعاء',
  ],
  language: ['inlanguage', 'language', 'lang', 'мова', 'langue', 'اللغة'],
  neutralTitle: ['neutraltitle'],
  url: [
    'appearanceurl',
    'originalclaimurl',
    'sourceclaimurl',
    'webarchive',
    'factcheckingarticle',
    'url',
    'link',
    'href',
    'itemreviewed.url',
    'permalink',
    'посилання',
    'lien',
    'الرابط',
  ],
  title: ['publication', 'outlet', 'source', 'reportingsource', 'publisher', 'site', 'medium', 'видання', 'джерело', 'المصدر'],
  seenOn: [
    'seenon',
    'seen',
    'dateseen',
    'claimdate',
    'datepublished',
    'date',
    'factcheckingdate',
    'publishedon',
    'дата',
    'التاريخ',
  ],
  locator: ['locator', 'paragraph', 'timestamp'],
};
