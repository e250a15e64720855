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
  if (isClaimReview(value)) found.push(read(value));
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
    // Pages break lines inside strings, which JSON does not allow and readers of JSON-LD mend.
    return [JSON.parse(text.replace(/\p{Cc}+/gu, ' '))];
  } catch {
    return undefined;
  }
}

function isClaimReview(thing: Thing): boolean {
  const type = thing['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && /^(?:https?:\/\/schema\.org\/|schema:)?ClaimReview$/.test(name));
}

function read(review: Thing): FoundReview {
  const { place, seenOn } = placeOf(review);
  return {
    wording: textOf(review.claimReviewed),
    language: textOf(review.inLanguage) || textOf(thingOf(review.inLanguage)?.alternateName),
    url: addressOf(place),
    title: nameOf(place) || nameOf(thingOf(review.publisher)) || nameOf(thingOf(review.author)) || textOf(review.author),
    seenOn,
  };
}

/** Where the markup says that the claim appeared, else the review: that is where its words were read. */
function placeOf(review: Thing): { place: Thing; seenOn: string } {
  const item = thingOf(review.itemReviewed);
  const places = [item?.firstAppearance, item?.appearance].flatMap((part) => (Array.isArray(part) ? part : [part]));
  for (const part of places) {
    const place = typeof part === 'string' ? { url: part } : thingOf(part);
    if (place !== undefined && addressOf(place) !== '')
      return { place, seenOn: textOf(place.datePublished) || textOf(item?.datePublished) || textOf(review.datePublished) };
  }
  return { place: { url: review.url, mainEntityOfPage: review.mainEntityOfPage }, seenOn: textOf(review.datePublished) };
}

function addressOf(place: Thing): string {
  const id = textOf(place['@id']);
  return textOf(place.url) || textOf(place.mainEntityOfPage) || (/^https?:/.test(id) ? id : '');
}

function nameOf(thing: Thing | undefined): string {
  return textOf(thing?.headline) || textOf(thing?.name);
}

/** A thing, or the first of a list of things. */
function thingOf(value: unknown): Thing | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isThing(first) ? first : undefined;
}

function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
