import type { DraftFields } from '@/domain/record/draft';
import type { FrozenReply, FrozenSource, ShownRecord } from '@/domain/record/frozen-record';
import type { ContactChannel } from '@/domain/reply/contact-channels';

/**
 * What a record says beside its texts, as lines of a name and values. A line's key pairs it with its counterpart in another record; its values stand in a
 * fixed order, an absent one empty, so that each is compared with its own kind.
 */
export type SignedLine = { key: string; label: string; values: SignedValue[] };
/** Words are the record's own, in its language; a code is a digest, an address or a tag; the rest is said in the reader's language. */
export type SignedValue = { text: string; look: 'words' | 'code' | 'interface' };

export type LineName =
  | 'language'
  | 'charter'
  | 'signingParty'
  | 'observingParty'
  | 'statedOn'
  | 'claimantName'
  | 'claimantRole'
  | 'topics'
  | 'track'
  | 'appearance'
  | 'acceptance'
  | 'searched-supports'
  | 'searched-undermines'
  | 'justification'
  | 'asked'
  | 'window'
  | 'answer'
  | 'waiver'
  | 'number'
  | 'kind'
  | 'url'
  | 'file'
  | 'title'
  | 'publisher'
  | 'owner'
  | 'country'
  | 'alignment'
  | 'group'
  | 'sourceLanguage'
  | 'publishedOn'
  | 'stance'
  | 'primacy'
  | 'interest'
  | 'interestNote'
  | 'says'
  | 'quotation'
  | 'locator'
  | 'attachedBy'
  | 'acceptedBy';

/** The reader's words for names and for values that are no words of the record. */
export type SheetWords = {
  label: (name: LineName) => string;
  day: (day: string) => string;
  /** To the second: two moments that differ are two moments. */
  moment: (iso: string) => string;
  language: (tag: string) => string;
  mark: (letter: string) => string;
  place: (position: number) => string;
  charterVersion: (number: number) => string;
  bytes: (count: number) => string;
  channel: (channel: ContactChannel) => string;
  hours: (count: number) => string;
  stance: (stance: FrozenSource['stance']) => string;
  source: (word: FrozenSource['kind'] | FrozenSource['primacy']) => string;
  interest: (interest: FrozenSource['interest']) => string;
  alignment: (alignment: FrozenSource['publisher']['alignment']) => string;
};

/** For counting, where nobody reads the words. */
export const plainWords: SheetWords = {
  label: String,
  day: String,
  moment: String,
  language: String,
  mark: String,
  place: String,
  charterVersion: String,
  bytes: String,
  channel: String,
  hours: String,
  stance: String,
  source: String,
  interest: String,
  alignment: String,
};

type LinesOf<T> = { [Key in keyof Required<T>]: (value: T[Key], record: ShownRecord, words: SheetWords) => SignedLine[] };

/** Drawn elsewhere on the sheet, or the same for every revision of a claim. The salt differs each time and says nothing. */
const elsewhere = () => [];

/** One entry for each key of a record: a value that is added to the schema is compared, or does not compile. */
const factsOf: LinesOf<ShownRecord> = {
  v: elsewhere,
  type: elsewhere,
  workspace: elsewhere,
  claim: elsewhere,
  salt: elsewhere,
  texts: elsewhere,
  sources: elsewhere,
  fields: (fields, record, words) => linesOf(fieldLines, fields, record, words),
  appearances: (all, _, { label, day }) =>
    all.map(({ title, url, seenOn, locator }) =>
      line(`appearance ${title}`, label('appearance'), own(title), own(locator), code(url), said(day(seenOn))),
    ),
  searches: (all, record, { label }) =>
    all.map(({ party, stance, note }) =>
      line(`search ${party} ${stance}`, label(`searched-${stance}`), own(nameOf(party, record)), own(note)),
    ),
  primaryJustification: (text, _, { label }) =>
    text === undefined ? [] : [line('justification', label('justification'), own(text))],
  reply: (reply, record, words) => (reply === undefined ? [] : replyLines(reply, record, words)),
  acceptances: (all, record, { label }) =>
    all.map(({ party, questionSha256 }) =>
      line(`acceptance ${party}`, label('acceptance'), own(nameOf(party, record)), code(sha256Of(questionSha256))),
    ),
  parties: (all, _, { label, mark, place }) =>
    all.map(({ id, name, letter, position, standing }) =>
      line(
        `party ${id} ${standing}`,
        label(standing === 'signing' ? 'signingParty' : 'observingParty'),
        own(name),
        said(mark(letter)),
        said(place(position)),
      ),
    ),
  language: (tag, _, { label, language }) => [line('language', label('language'), said(language(tag)))],
  charter: ({ number, sha256 }, _, { label, charterVersion }) => [
    line('charter', label('charter'), said(charterVersion(number)), code(sha256Of(sha256))),
  ],
};

/** All that is signed of the reply: contacts, the window, what came, and waivers (SPEC RR5). */
function replyLines(
  { askedAt, windowHours, contacts, replies, waivers }: FrozenReply,
  record: ShownRecord,
  words: SheetWords,
): SignedLine[] {
  const { label, day, channel, hours } = words;
  return [
    ...contacts.map(({ party, on, channel: by, asked }) =>
      line(
        `asked ${party} ${on} ${asked}`,
        label('asked'),
        own(nameOf(party, record)),
        said(day(on)),
        said(channel(by)),
        own(asked),
      ),
    ),
    line('window', label('window'), said(hours(windowHours)), said(askedAt === undefined ? '' : words.moment(askedAt))),
    ...replies.map(({ id, text, language, receivedOn, receivedBy, confirmedBy }) =>
      line(
        `answer ${id}`,
        label('answer'),
        own(text),
        code(language),
        said(day(receivedOn)),
        own(nameOf(receivedBy, record)),
        own(nameOf(confirmedBy, record)),
        code(id),
      ),
    ),
    ...waivers.map(({ party, reason }) => line(`waiver ${party}`, label('waiver'), own(nameOf(party, record)), own(reason))),
  ];
}

/** The rating is drawn in the finding. */
const fieldLines: LinesOf<DraftFields> = {
  rating: elsewhere,
  claimantName: (name, _, { label }) => optional('claimantName', label('claimantName'), own(name)),
  claimantRole: (role, _, { label }) => optional('claimantRole', label('claimantRole'), own(role)),
  statedOn: (day, _, words) => (day === undefined ? [] : [line('statedOn', words.label('statedOn'), said(words.day(day)))]),
  topics: (topics, _, { label }) => optional('topics', label('topics'), own(topics?.join(', '))),
  track: (track, _, { label }) => optional('track', label('track'), own(track)),
};

const sourceLinesOf: LinesOf<FrozenSource> = {
  id: elsewhere,
  number: (number, _, { label }) => [line('number', label('number'), code(`E${number}`))],
  kind: (kind, _, { label, source }) => [line('kind', label('kind'), said(source(kind)))],
  url: (url, _, { label }) => optional('url', label('url'), code(url)),
  fileSha256: (sha256, _, { label }) => optional('file', label('file'), code(sha256)),
  file: (file, _, { label, bytes }) =>
    file === undefined ? [] : [line('file', label('file'), code(file.sha256), said(bytes(file.sizeBytes)), code(file.mediaType))],
  title: (title, _, { label }) => [line('title', label('title'), own(title))],
  publisher: ({ name, owner, country, alignment, alignedWith }, record, { label, alignment: word }) => [
    line('publisher', label('publisher'), own(name)),
    line('owner', label('owner'), own(owner)),
    ...optional('country', label('country'), code(country)),
    line('alignment', label('alignment'), said(word(alignment)), own(alignedWith && nameOf(alignedWith, record))),
  ],
  group: (group, _, { label }) => [line('group', label('group'), code(group))],
  language: (tag, _, { label }) => [line('language', label('sourceLanguage'), code(tag))],
  publishedOn: (day, _, words) =>
    day === undefined ? [] : [line('publishedOn', words.label('publishedOn'), said(words.day(day)))],
  stance: (stance, _, words) => [line('stance', words.label('stance'), said(words.stance(stance)))],
  primacy: (primacy, _, { label, source }) => [line('primacy', label('primacy'), said(source(primacy)))],
  interest: (interest, _, words) => [line('interest', words.label('interest'), said(words.interest(interest)))],
  interestNote: (note, _, { label }) => optional('interestNote', label('interestNote'), own(note)),
  says: (text, _, { label }) => [line('says', label('says'), own(text))],
  quotation: (text, _, { label }) => optional('quotation', label('quotation'), own(text)),
  locator: (text, _, { label }) => optional('locator', label('locator'), own(text)),
  attachedBy: (party, record, { label }) => [line('attachedBy', label('attachedBy'), own(nameOf(party, record)))],
  acceptedBy: (party, record, { label }) => [line('acceptedBy', label('acceptedBy'), own(nameOf(party, record)))],
};

/** Everything that a sign-off covers beside the texts, the rating and the sources. */
export function factLines(record: ShownRecord, words: SheetWords): SignedLine[] {
  return apart(linesOf(factsOf, record, record, words));
}

/** Every value of a source; the sheet shows those that changed. */
export function sourceLines(source: FrozenSource, record: ShownRecord, words: SheetWords): SignedLine[] {
  return linesOf(sourceLinesOf, source, record, words);
}

function linesOf<T extends object>(table: LinesOf<T>, values: T, record: ShownRecord, words: SheetWords): SignedLine[] {
  return keysOf(table).flatMap((key) => table[key](values[key], record, words));
}

/** The tables above are literals, so they have exactly the keys of their type. */
function keysOf<T extends object>(table: LinesOf<T>): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}

/** Two appearances may have one title. */
function apart(lines: readonly SignedLine[]): SignedLine[] {
  const seen = new Map<string, number>();
  return lines.map((one) => {
    const times = (seen.get(one.key) ?? 0) + 1;
    seen.set(one.key, times);
    return times === 1 ? one : { ...one, key: `${one.key} ${times}` };
  });
}

/** A digest, told as what it is. */
function sha256Of(digest: string): string {
  return `SHA-256 ${digest}`;
}

function line(key: string, label: string, ...values: SignedValue[]): SignedLine {
  return { key, label, values };
}

function optional(key: string, label: string, value: SignedValue): SignedLine[] {
  return value.text === '' ? [] : [line(key, label, value)];
}

const own = (text: string | undefined): SignedValue => ({ text: text ?? '', look: 'words' });
const code = (text: string | undefined): SignedValue => ({ text: text ?? '', look: 'code' });
const said = (text: string): SignedValue => ({ text, look: 'interface' });

function nameOf(partyId: string, { parties }: ShownRecord): string {
  return parties.find(({ id }) => id === partyId)?.name ?? partyId;
}
