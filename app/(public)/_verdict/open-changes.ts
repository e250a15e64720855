import { notFound } from 'next/navigation';
import type { PublishedVerdict } from '@/db/queries/public/published-verdict';
import { readVerdict } from '../_page/reads';
import { openVerdict } from './open-verdict';
import type { BrokenReading, Reading } from './reading';
import { replacedRevision } from './replaced-revision';

/** A published revision beside the published one that it replaced. The first replaced none, and has no such page; beside broken bytes nothing is compared. */
export async function openChanges(
  params: Promise<{ locale: string; slug: string; number: string }>,
): Promise<{ reading: Reading; before: PublishedVerdict } | BrokenReading> {
  const reading = await openVerdict(params);
  if ('broken' in reading) return reading;
  const { verdict, workspace } = reading;
  const replaced = replacedRevision(verdict);
  const before = replaced && (await readVerdict({ workspaceId: workspace.id, slug: verdict.slug, number: replaced.number }));
  if (before === undefined || before === null) notFound();
  return 'broken' in before ? { ...before, locale: reading.locale } : { reading, before };
}
