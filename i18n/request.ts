import { getRequestConfig } from 'next-intl/server';
import * as ar from '@/messages/ar';
import * as en from '@/messages/en';
import * as fr from '@/messages/fr';
import { fallbackLocale, isLocale, type Locale } from '@/messages/locales';
import * as uk from '@/messages/uk';

// English is the reference: a namespace or a sentence that another language lacks is a type error here.
const messages: Record<Locale, typeof en> = { en, fr, uk, ar };

/** Pages say their language with setRequestLocale: public ones from the address, the desk from the person's setting. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : fallbackLocale;
  return { locale, messages: { ...messages[locale] }, timeZone: 'UTC' };
});
