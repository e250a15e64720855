import { getTranslations } from 'next-intl/server';
import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { Author } from '@/platform/ports';

/** A person and the party in one phrase, where the log says who it was. */
export async function labelOf(nameOf: (author: Author) => DeskAuthor): Promise<(by: Author | undefined) => string | undefined> {
  const t = await getTranslations('desk.versions');
  return (by) => {
    if (by === undefined) return undefined;
    const { name, party } = nameOf(by);
    return party === null ? name : t('person', { name, party: party.name });
  };
}
