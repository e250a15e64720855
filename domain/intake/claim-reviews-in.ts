/** What is taken of a ClaimReview: the claim and where it appeared, as texts. Its rating and its body are never read (SPEC IN7). */
export type FoundReview = { wording: string; language: string; url: string; title: string; seenOn: string };

type Thing = Record<string, unknown>;

/**
 * Every ClaimReview in a value of JSON, wherever it lies: alone, in a list, in `@graph`, in a DataFeed's items, in an answer of some API, and in texts that
 * hold JSON or a page with JSON-LD in it, as captured answers do (SPEC IN6). Deeper than `deepest` nobody publishes one.
 */
export function claimReviewsIn(value: unknown): FoundReview[] {
  const found: FoundReview[] = [];
  look(value, 0, found);
  return found;
}

const deepest = 24;

function look(value: unknown, depth: number, found: FoundReview[]): void {
  if (depth > deepest) return;
  if (typeof value === 'string') {
    if (value.includes('ClaimReview')) for (const inner of jsonIn(value)) look(inner, depth + 1, found);
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) look(item, depth + 1, found);
    return;
  }
  if (!isThing(value)) return;
  // One at a time: a list in it may be longer than a call takes arguments.
  if (isClaimReview(value)) for (const review of read(value)) found.push(review);
  else for (const part of Object.values(value)) look(part, depth + 1, found);
}

/** The JSON of a text: the text itself, or the JSON-LD scripts of a page. A script with a ClaimReview that cannot be parsed is one without words, so that it is told. */
function jsonIn(text: string): unknown[] {
  const scripts = Array.from(scriptsOf(text));
  if (scripts.length === 0) return parsed(text) ?? [];
  return scripts.filter((body) => body.includes('ClaimReview')).flatMap((body) => parsed(body) ?? [{ '@type': 'ClaimReview' }]);
}

/** What the JSON-LD scripts of a page hold. It is gone through forward only, so that tags that never end cost nothing (SPEC IN14). */
function* scriptsOf(page: string): Generator<string> {
  const opening = /<script/gi;
  const closing = /<\/script>/gi;
  while (opening.exec(page) !== null) {
    const tagEnd = page.indexOf('>', opening.lastIndex);
    if (tagEnd < 0) return;
    const isJson = /application\/ld\+json/i.test(page.slice(opening.lastIndex, tagEnd));
    opening.lastIndex = tagEnd;
    if (!isJson) continue;
    closing.lastIndex = tagEnd;
    const end = closing.exec(page);
    if (end === null) return;
    yield page.slice(tagEnd + 1, end.index);
    opening.lastIndex = closing.lastIndex;
  }
}

function parsed(text: string): [unknown] | undefined {
  try {
    // Pages break lines inside strings, which JSON does not allow and readers of JSON-LD mend, as they do what hides a script from old browsers.
    return [JSON.parse(unwrapped(text.replace(/\p{Cc}+/gu, ' ').trim()))];
  } catch {
    return undefined;
  }
}

function unwrapped(script: string): string {
  return script
    .replace(/^(?:\/\/\s?|\/\*\s?)?(?:<!\[CDATA\[(?:\s?\*\/)?|<!--)/, '')
    .replace(/(?:\/\/\s?|\/\*\s?)?(?:\]\]>(?:\s?\*\/)?|-->|;)$/, '');
}

function isClaimReview(thing: Thing): boolean {
  const type = thing['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && /^(?:https?:\/\/schema\.org\/|schema:)?ClaimReview$/i.test(name));
}

/** One for each claim that a review names; for a review that names none too, so that it is told. */
function read(review: Thing): FoundReview[] {
  const wordings = listOf(review.claimReviewed).map(textOf);
  return (wordings.length === 0 ? [''] : wordings).map((wording) => ({
    wording,
    language: textOf(review.inLanguage) || textOf(thingOf(review.inLanguage)?.alternateName) || languageIn(review.claimReviewed),
    ...placeOf(review, wording),
  }));
}

type Place = Pick<FoundReview, 'url' | 'title' | 'seenOn'>;

/**
 * Where the markup says that the claim appeared, else the review: that is where its words were read. Much markup gives the address to what is reviewed itself;
 * one that leads nowhere by itself, or back to the review, is none.
 */
function placeOf(review: Thing, wording: string): Place {
  const items = listOf(review.itemReviewed).filter(isThing);
  const own = addressOf({ url: review.url, mainEntityOfPage: review.mainEntityOfPage });
  const places = items.flatMap((item) =>
    [...listOf(item.firstAppearance), ...listOf(item.appearance), item].map((part) => ({ item, place: thingOrAddress(part) })),
  );
  const found = places.find(({ place }) => isAddress(addressOf(place)) && addressOf(place) !== own);
  if (found !== undefined) {
    const { item, place } = found;
    const name = nameOf(place);
    return {
      url: addressOf(place),
      title: (name === wording ? '' : name) || nameOf(thingOf(place.publisher)),
      seenOn: textOf(place.datePublished) || textOf(item.datePublished) || textOf(review.datePublished),
    };
  }
  return {
    url: own,
    title: nameOf(thingOf(review.publisher)) || nameOf(thingOf(review.author)) || textOf(review.author),
    seenOn: textOf(review.datePublished),
  };
}

function addressOf(place: Thing): string {
  const id = textOf(place['@id']);
  const page = place.mainEntityOfPage;
  return textOf(place.url) || textOf(page) || textOf(thingOf(page)?.['@id']) || (isAddress(id) ? id : '');
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function nameOf(thing: Thing | undefined): string {
  return textOf(thing?.headline) || textOf(thing?.name);
}

function thingOrAddress(part: unknown): Thing {
  return isThing(part) ? part : { url: part };
}

/** A thing, or the first of a list of things. */
function thingOf(value: unknown): Thing | undefined {
  const [first] = listOf(value);
  return isThing(first) ? first : undefined;
}

/** A text, or the first of a list of texts, or what JSON-LD keeps with its language. */
function textOf(value: unknown): string {
  const [first] = listOf(value);
  const text = isThing(first) ? first['@value'] : first;
  return typeof text === 'string' ? text.trim() : '';
}

function languageIn(value: unknown): string {
  return textOf(thingOf(value)?.['@language']);
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
