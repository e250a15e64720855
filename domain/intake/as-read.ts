import { forbiddenCharacter } from '@/domain/record/forbidden-characters';
import { withoutUnseen } from './without-unseen';

/**
 * A cell of a list as whoever saw it on a page read it (SPEC IN16): without the tags of HTML and with the characters that its entities stand for, and without
 * marks that nobody sees where a record would refuse them. What is too long for a claim even as HTML is left alone, and refused for its length.
 */
export function asRead(cell: string): string {
  const text = cell.length <= longestMarkup && /[<&]/.test(cell) ? textOf(cell) : cell;
  return forbiddenCharacter(text) === undefined ? text.trim() : withoutUnseen(text).trim();
}

/** An address as it stands in HTML: "&amp;" is the one entity that every address with two parameters has there. */
export function addressAsRead(cell: string): string {
  return withoutUnseen(cell.replaceAll('&amp;', '&')).trim();
}

/** Ten characters of HTML for each of the longest wording. */
const longestMarkup = 20_000;

function textOf(markup: string): string {
  const text = markup
    .replace(blocks, ' ')
    .replace(inlines, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? characterOf(Number(decimal ?? `0x${hex}`), entity) : (named(name) ?? entity),
    );
  return text === markup ? text : text.replace(/[^\S\n]+/g, ' ').trim();
}

/** Attributes have a sign of equality, so that "x <b and c> y" stays. */
const attributes = String.raw`(?:\s[^<>]{0,400}=[^<>]{0,400})?\s?/?`;
const blocks = new RegExp(`</?(?:p|br|div|ul|ol|li|blockquote|h[1-6]|tr|td)${attributes}>`, 'gi');
const inlines = new RegExp(`</?(?:a|b|i|u|em|strong|span|q|cite|sub|sup|small|mark|font)${attributes}>`, 'gi');

function characterOf(code: number, entity: string): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}

const signs = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
    ...{
      ldquo: '“',
      rdquo: '”',
      lsquo: '‘',
      rsquo: '’',
      sbquo: '‚',
      bdquo: '„',
      laquo: '«',
      raquo: '»',
      lsaquo: '‹',
      rsaquo: '›',
    },
    ...{ ndash: '–', mdash: '—', hellip: '…', middot: '·', bull: '•', deg: '°', euro: '€', pound: '£', cent: '¢', sect: '§' },
    ...{ ordf: 'ª', ordm: 'º', iexcl: '¡', iquest: '¿', szlig: 'ß', aelig: 'æ', oelig: 'œ', oslash: 'ø', Oslash: 'Ø' },
  }),
);
const accents = new Map(
  Object.entries({
    ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030a', cedil: '\u0327' },
    caron: '\u030c',
  }),
);

/** "eacute" is an e with an acute. */
function named(name: string): string | undefined {
  const accent = accents.get(name.slice(1));
  return signs.get(name) ?? (accent === undefined ? undefined : `${name.charAt(0)}${accent}`.normalize('NFC'));
}
