import { notFound } from 'next/navigation';
import type { BrokenCharter, RatifiedCharter } from '@/db/queries/public/ratified-charter';
import type { PublicWorkspace } from '@/db/queries/public/root-workspace';
import type { Locale } from '@/messages/locales';
import { numberIn } from '../_page/address-parts';
import { openPage } from '../_page/open-page';
import { readCharter } from '../_page/reads';

export type CharterReading = { locale: Locale; workspace: PublicWorkspace; version: RatifiedCharter };

/** The charter version of an address; a version that is not ratified by everybody answers like one that does not exist. */
export async function openCharterVersion(
  params: Promise<{ locale: string; number: string }>,
): Promise<CharterReading | (BrokenCharter & { locale: Locale })> {
  const { locale, workspace } = await openPage(params);
  const number = numberIn((await params).number);
  const version = number === undefined ? null : await readCharter({ workspaceId: workspace.id, number });
  if (version === null) notFound();
  return 'broken' in version ? { ...version, locale } : { locale, workspace, version };
}
