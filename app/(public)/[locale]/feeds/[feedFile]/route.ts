import { Feed } from 'feed';
import { getTranslations } from 'next-intl/server';
import { refusalResponse } from '@/app/_adapters/route';
import { absolute, feedPath, inLanguage } from '@/app/(public)/_page/addresses';
import { askedEachTime } from '@/app/(public)/_page/asked-each-time';
import { readCorrections, readWorkspace } from '@/app/(public)/_page/reads';
import { readableTexts } from '@/app/(public)/_page/text-direction';
import type { ListedCorrection } from '@/db/queries/public/public-corrections';
import { isLocale, type Locale } from '@/messages/locales';

type Params = Promise<{ locale: string; feedFile: string }>;

/** The corrections and retractions of the desk as Atom, the newest first: what follows them learns of each, whoever read the first version (C34). */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const { locale, feedFile } = await params;
  const workspace = isLocale(locale) && feedFile === 'corrections.atom' ? await readWorkspace({}) : null;
  if (workspace === null || !isLocale(locale)) return refusalResponse({ code: 'not-found' }, { kind: 'public' });
  const t = await getTranslations({ locale, namespace: 'correction' });
  const { items } = await readCorrections({ workspaceId: workspace.id });
  const page = absolute(inLanguage('/corrections', locale));
  const feed = new Feed({
    id: page,
    title: t('feed.title', { workspace: workspace.name }),
    link: page,
    language: locale,
    copyright: workspace.name,
    // A feed without entries has not changed since the desk began; a fixed day says so and keeps its bytes the same.
    updated: new Date(items[0]?.at ?? 0),
    feedLinks: { atom: absolute(feedPath(locale)) },
    author: { name: workspace.name, link: absolute(inLanguage('/about', locale)) },
  });
  for (const item of items) {
    const grade = item.kind === 'retraction' ? t('list.retraction') : t(`grade.${item.grade}`);
    const address = absolute(inLanguage(addressOf(item), locale));
    feed.addItem({
      id: `${absolute(`/verdicts/${item.slug}/revisions/${item.number}`)}#${item.kind}`,
      title: escaped(t('feed.entry', { grade, question: questionIn(item, locale) })),
      link: address,
      date: new Date(item.at),
      published: new Date(item.at),
      description: escaped(item.reason),
    });
  }
  return new Response(feed.atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': askedEachTime },
  });
}

/** A reader of feeds takes titles and summaries for HTML: what people wrote is to be text in it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function addressOf({ kind, slug, number }: ListedCorrection): string {
  return kind === 'retraction' ? `/verdicts/${slug}` : `/verdicts/${slug}/revisions/${number}/changes`;
}

function questionIn({ question, slug }: ListedCorrection, locale: Locale): string {
  return question === null ? slug : readableTexts(question, locale).texts.question;
}
