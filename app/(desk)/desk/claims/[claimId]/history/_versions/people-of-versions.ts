import type { DeskVersion } from '@/db/queries/desk/versions-of-document';
import type { Author } from '@/platform/ports';

/** Everybody who is named in a list of versions. */
export function peopleOfVersions(items: readonly DeskVersion[]): Author[] {
  return items.flatMap(({ authors, names, restored }) => [...authors, ...names, ...(restored === null ? [] : [restored])]);
}
