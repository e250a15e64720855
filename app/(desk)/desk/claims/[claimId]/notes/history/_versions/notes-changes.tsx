import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { Author, NotesChanges as Changes } from '@/platform/ports';
import { Line } from '../../../history/_versions/changed-line';
import { labelOf } from '../../../history/_versions/label-of';

/** What changed in the notes, and who of the party did it. */
export async function NotesChanges({ changes, nameOf }: { changes: Changes; nameOf: (author: Author) => DeskAuthor }) {
  const t = await getTranslations('desk.versions');
  if (changes.lines.length === 0) return <EmptyState>{t('noChange')}</EmptyState>;
  const label = await labelOf(nameOf);
  return changes.lines.map((line, index) => <Line key={keyOf(index)} line={line} language={undefined} labelOf={label} />);
}

/** Lines of one comparison never move, so their place is their key. */
function keyOf(index: number): string {
  return `l${index}`;
}
