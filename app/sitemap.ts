import type { MetadataRoute } from 'next';
import { absolute, alternates } from '@/app/(public)/_page/addresses';
import { readAddresses, readWorkspace } from '@/app/(public)/_page/reads';
import { fallbackLocale, isLocale } from '@/messages/locales';
import { env } from '@/platform/env';

// What is published changes while the server runs.
export const dynamic = 'force-dynamic';

/** Every public page in every language. A verdict enters when it is published. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const workspace = await readWorkspace({});
  if (workspace === null) return [];
  const verdicts = await readAddresses({ workspaceId: workspace.id });
  return [
    ...['/', '/charter', '/about'].map((path) => entry(path)),
    ...verdicts.map(({ slug, publishedAt }) => ({ ...entry(`/verdicts/${slug}`), lastModified: publishedAt })),
  ];
}

function entry(path: string): MetadataRoute.Sitemap[number] {
  const { DEFAULT_LOCALE } = env();
  const { languages } = alternates(path, isLocale(DEFAULT_LOCALE) ? DEFAULT_LOCALE : fallbackLocale);
  const texts = Object.entries(languages ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { url: absolute(path), alternates: { languages: Object.fromEntries(texts) } };
}
