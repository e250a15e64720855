/**
 * What a browser may be told that a file is, and what people call it (SPEC F6). Each of these runs nothing by itself. What is absent goes out as bytes of no
 * type: a page or a drawing could run something, and an archive says nothing that a browser needs to know.
 */
const known = {
  'application/pdf': { extension: 'pdf', kind: 'pdf' },
  'image/gif': { extension: 'gif', kind: 'image' },
  'image/jpeg': { extension: 'jpg', kind: 'image' },
  'image/png': { extension: 'png', kind: 'image' },
  'image/webp': { extension: 'webp', kind: 'image' },
  'text/plain': { extension: 'txt', kind: 'text' },
} as const;

/** What people call a file; a picture and a text can be looked at in a page. */
export type FileKind = (typeof known)[keyof typeof known]['kind'] | 'other';

export function kindOfFile(mediaType: string): FileKind {
  return isKnown(mediaType) ? known[mediaType].kind : 'other';
}

/** The type that is told, and what the name of a copy ends with. */
export function servedAs(mediaType: string): { contentType: string; extension: string } {
  if (!isKnown(mediaType)) return { contentType: 'application/octet-stream', extension: 'bin' };
  const { extension, kind } = known[mediaType];
  return { contentType: kind === 'text' ? `${mediaType}; charset=utf-8` : mediaType, extension };
}

function isKnown(mediaType: string): mediaType is keyof typeof known {
  return Object.hasOwn(known, mediaType);
}
