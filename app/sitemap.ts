import type { Metadata, MetadataRoute } from 'next';
import { absolute, alternates, knownBy, recordAlternates } from '@/app/(public)/_page/addresses';
import { readAddresses, readWorkspace } from '@/app/(public)/_page/reads';
import { env } from '@/platform/env';

// What is published changes while the server runs.
export const dynamic = 'force-dynamic';

/** Every public page in every language, and every verdict, once it is published, in the languages that it was signed in. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const workspace = await readWorkspace({});
  if (workspace === null) return [];
  const verdicts = await readAddresses({ workspaceId: workspace.id });
  return [
    ...['/', '/charter', '/parity', '/transparency', '/about'].map((path) =>
      entry(absolute(path), alternates(path, knownBy(env().DEFAULT_LOCALE))),
    ),
    ...verdicts.map(({ slug, publishedAt, main, languages: written }) => {
      const known = recordAlternates(`/verdicts/${slug}`, { canonical: knownBy(main), main, written });
      return { ...entry(String(known.canonical), known), lastModified: publishedAt };
    }),
  ];
}

function entry(url: string, { languages }: NonNullable<Metadata['alternates']>): MetadataRoute.Sitemap[number] {
  const texts = Object.entries(languages ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { url, alternates: { languages: Object.fromEntries(texts) } };
}
