import { isLocale, localePath } from '@/messages/locales';
import { env } from '@/platform/env';

/** The next public page for a browser that has sent a form, in a language that the interface speaks. See Other, so that reloading sends nothing twice. */
export function seePage(path: string, locale: string, query: Record<string, string> = {}): Response {
  const { APP_URL, DEFAULT_LOCALE } = env();
  const to = new URL(localePath(path, isLocale(locale) ? locale : DEFAULT_LOCALE, DEFAULT_LOCALE), APP_URL);
  for (const [name, value] of Object.entries(query)) to.searchParams.set(name, value);
  return new Response(null, { status: 303, headers: { location: to.href, 'cache-control': 'private, no-store' } });
}
