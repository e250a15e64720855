import { describe, expect, it } from 'vitest';
import { countChanges } from '@/components/record/sheet/count-changes';
import { RecordSheet } from '@/components/record/sheet/record-sheet';
import { digestOf } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { draftTexts, freezeInput, frozenSource } from '@/tests/domain/build';
import { render, wordsOf } from '@/tests/support/render';

type Json = string | number | boolean | Json[] | { [key: string]: Json };

/** A record in which everything that the schema knows is filled in. */
const full: FrozenRecord = FrozenRecord.parse({
  ...withoutInput(freezeInput()),
  v: 3,
  type: 'record',
  fields: {
    rating: 'not-accurate',
    statedOn: '2020-03-01',
    claimantName: 'A negotiator',
    claimantRole: 'envoy',
    topics: ['ceasefire', 'talks'],
    track: 'Doha',
  },
  texts: {
    en: draftTexts({ context: 'Talks went on.', summary: 'In short.' }),
    fr: draftTexts({ context: 'Les pourparlers continuaient.', summary: 'En bref.' }),
  },
  appearances: [
    { title: 'Peace talks and the news', url: 'https://news.example/1', seenOn: '2026-01-15', locator: 'paragraph 6' },
  ],
  reply: {
    askedAt: '2026-01-10T09:30:00Z',
    windowHours: 48,
    contacts: [{ party: 'north', on: '2026-01-10', channel: 'email', asked: 'Press office' }],
    replies: [
      {
        id: 'reply-1',
        text: 'We said no such thing.',
        language: 'en',
        receivedOn: '2026-01-12',
        receivedBy: 'north',
        confirmedBy: 'south',
      },
    ],
    waivers: [{ party: 'north', reason: 'The words are on a wall, and nobody is known to have written them.' }],
  },
  primaryJustification: 'No primary source is known to anybody.',
  sources: [
    frozenSource(1, {
      kind: 'file',
      url: 'https://archive.example/1',
      file: { sha256: digestOf('file'), sizeBytes: 12_345, mediaType: 'application/pdf' },
      publisher: { name: 'State Department', owner: 'United States', country: 'US', alignment: 'party', alignedWith: 'north' },
      publishedOn: '2020-02-29',
      interestNote: 'Signed it.',
      locator: 'part 2',
    }),
  ],
});

/** What a revision of one claim cannot change, and the salt, which differs each time and says nothing. */
const unread = ['v', 'type', 'workspace', 'claim', 'salt'];

/** Another allowed value for each kind of value that is not free text. */
const others: Record<string, Json> = {
  kind: 'reference',
  alignment: 'none',
  stance: 'context',
  primacy: 'secondary',
  interest: 'unknown',
  standing: 'observing',
  statedOn: '2020-03-02',
  seenOn: '2026-01-16',
  on: '2026-01-11',
  receivedOn: '2026-01-13',
  channel: 'letter',
  askedAt: '2026-01-11T09:30:00Z',
  publishedOn: '2020-03-01',
  language: 'fr',
  rating: 'accurate',
  'searches.0.stance': 'undermines',
};

describe('the changes of a frozen record', () => {
  const changed = [...changesOf(full, [])].filter(([path]) => !unread.includes(path.split('.')[0] ?? ''));

  it('are tried for every value that is signed', () => {
    expect(changed.length).toBeGreaterThan(80);
  });

  it.each(changed)('[C23] show %s', (_, record) => {
    const html = render(<RecordSheet record={record} before={full} />);
    const { passages, facts, sources } = countChanges(full, record);
    expect(html).toMatch(/<(ins|del)[ >]/);
    expect(html).toMatch(/class="[^"]*\bchg\b/);
    expect(passages + facts + sources).toBeGreaterThan(0);
  });

  it('are none when only the salt is another', () => {
    const salted = { ...full, salt: digestOf('another salt') };
    expect(countChanges(full, salted)).toEqual({ passages: 0, facts: 0, sources: 0 });
    expect(render(<RecordSheet record={salted} before={full} />)).not.toMatch(/<(ins|del)[ >]|\bchg\b/);
  });

  it('are counted by passage, fact and source', () => {
    const [source] = full.sources;
    const record: FrozenRecord = {
      ...full,
      texts: { ...full.texts, en: { ...full.texts.en, ...draftTexts({ context: 'Talks ended.', summary: 'In short.' }) } },
      fields: { ...full.fields, claimantName: 'Another negotiator', statedOn: '2020-03-02' },
      sources: source === undefined ? [] : [source, frozenSource(2)],
    };
    expect(countChanges(full, record)).toEqual({ passages: 1, facts: 2, sources: 1 });
  });

  it('say what changed in a source, not only that it did', () => {
    const [source] = full.sources;
    const sources = source === undefined ? [] : [{ ...source, says: 'Sets a ceasefire.' }];
    const words = wordsOf(render(<RecordSheet record={{ ...full, sources }} before={full} />));
    expect(words).toContain('What it says');
    expect(words).toMatch(/Removed: Puts .* Added: Sets/);
    expect(words).not.toContain('What it says Sets a ceasefire. Quotation');
  });

  it('keep citations as they are read elsewhere', () => {
    const html = render(<RecordSheet record={full} before={full} />);
    expect(html).toContain('<a class="cite" href="#e1"');
    expect(wordsOf(html)).not.toMatch(/\[E\d/);
  });
});

describe('a sheet read in another language than the record’s', () => {
  const html = render(<RecordSheet record={full} />, 'ar');

  it('names its parts in the reader’s language and direction', () => {
    const root = /<div class="sheet-body"[^>]*>/.exec(html)?.[0];
    expect(root).not.toMatch(/lang=|dir=/);
    // No interface word stands inside an element of the record's language.
    const written = [...html.matchAll(/<(\w+)[^>]* lang="en"[^>]*>((?:(?!<\/\1>).)*)<\/\1>/gs)].map(([, , inner = '']) =>
      wordsOf(inner),
    );
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((words) => /\p{Script=Arabic}/u.test(words))).toEqual([]);
  });

  it('isolates the name of who attached and of who accepted', () => {
    expect(html).toContain('أرفقه <bdi lang="en">Northern desk</bdi> وقبِله <bdi lang="en">Southern desk</bdi>');
  });

  it('ends the rating like a sentence', () => {
    expect(wordsOf(render(<RecordSheet record={full} />))).toContain('Not accurate. The agreement foresaw');
  });
});

/** The record with one value changed, removed or taken out of its list, for each place in it. */
function* changesOf(value: Json | FrozenRecord, path: string[]): Generator<[string, FrozenRecord]> {
  if (typeof value !== 'object') {
    const name = path.at(-1) ?? '';
    const other =
      others[path.join('.')] ??
      others[name] ??
      (typeof value === 'number' ? otherNumber(name, value) : otherText(name, String(value)));
    if (other !== value) yield [path.join('.'), replaced(path, other)];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* changesOf(inner, [...path, key]);
  if (Array.isArray(value) && value.length > 0) yield [`${path.join('.')} with one less`, replaced(path, value.slice(1))];
}

function otherNumber(name: string, value: number): Json {
  return name === 'level' ? 5 - value : value + 1;
}

function otherText(name: string, value: string): Json {
  return /sha256$/i.test(name) ? digestOf(value) : `${value}x`;
}

function replaced(path: string[], value: Json): FrozenRecord {
  const copy = structuredClone(full);
  let holder: Record<string, unknown> = copy;
  for (const key of path.slice(0, -1)) holder = objectAt(holder, key);
  holder[path.at(-1) ?? ''] = value;
  return copy;
}

function objectAt(holder: Record<string, unknown>, key: string): Record<string, unknown> {
  const inner = holder[key];
  if (typeof inner !== 'object' || inner === null) throw new Error(`Nothing to go into at ${key}.`);
  // An object of a record, or a list of it, by its keys.
  return Object.assign(inner) as Record<string, unknown>;
}

function withoutInput({ draft: _, languages: __, ratings: ___, ...rest }: ReturnType<typeof freezeInput>) {
  return rest;
}
