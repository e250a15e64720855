import { notFound } from 'next/navigation';
import { numberIn, slugIn } from '../_page/address-parts';
import { openPage } from '../_page/open-page';
import { readVerdict } from '../_page/reads';
import { readableTexts, writtenIn } from '../_page/text-direction';
import type { BrokenReading, Reading } from './reading';

type Params = Promise<{ locale: string; slug: string; number?: string }>;

/** The verdict at an address, or the same answer for everything that is not published. Next gives one request one answer of `readVerdict`. */
export async function openVerdict(params: Params): Promise<Reading | BrokenReading> {
  const { locale, workspace } = await openPage(params);
  const asked = await params;
  const slug = slugIn(asked.slug);
  const number = asked.number === undefined ? undefined : numberIn(asked.number);
  if (slug === undefined || (asked.number !== undefined && number === undefined)) notFound();
  const verdict = await readVerdict(
    number === undefined ? { workspaceId: workspace.id, slug } : { workspaceId: workspace.id, slug, number },
  );
  if (verdict === null) notFound();
  if ('broken' in verdict) return { ...verdict, locale };
  const { texts, language } = readableTexts(verdict.record, locale);
  return { verdict, workspace, locale, texts, written: writtenIn(language) };
}
