import type { ToldKind } from '@/domain/discussion/told-kinds';
import arabic from '@/messages/ar/mail.json';
import arabicRoles from '@/messages/ar/role.json';
import arabicNews from '@/messages/ar/told.json';
import english from '@/messages/en/mail.json';
import englishRoles from '@/messages/en/role.json';
import englishNews from '@/messages/en/told.json';
import french from '@/messages/fr/mail.json';
import frenchRoles from '@/messages/fr/role.json';
import frenchNews from '@/messages/fr/told.json';
import { fallbackLocale, isLocale, type Locale } from '@/messages/locales';
import ukrainian from '@/messages/uk/mail.json';
import ukrainianRoles from '@/messages/uk/role.json';
import ukrainianNews from '@/messages/uk/told.json';
import type { MailKind } from './mail-kinds';

/** The one place below the pages that prints sentences: a mail is read where no page of ours is. */
type Words = { mail: Record<MailKind, { subject: string; text: string }>; roles: Record<string, string>; news: News };
type News = { mail: Record<ToldKind, string>; group: Record<string, string>; outcome: Record<string, string> };
const words: Record<Locale, Words> = {
  en: { mail: english, roles: englishRoles, news: englishNews },
  fr: { mail: french, roles: frenchRoles, news: frenchNews },
  uk: { mail: ukrainian, roles: ukrainianRoles, news: ukrainianNews },
  ar: { mail: arabic, roles: arabicRoles, news: arabicNews },
};

/** Subject and plain text of a mail in a language, with its facts in their places; a language without words gets English ones. */
export function mailWords(kind: MailKind, locale: string, facts: Record<string, string>): { subject: string; text: string } {
  const spoken = words[isLocale(locale) ? locale : fallbackLocale];
  const role = spoken.roles[facts.role ?? ''] ?? facts.role ?? '';
  const said = { ...facts, role, group: spoken.news.group[facts.group ?? ''] ?? '' };
  const { subject, text } = spoken.mail[kind];
  return { subject: filled(subject, said), text: `${filled(text, said)}\n` };
}

/** One thing that somebody is told, in a sentence of numbers, a party's name and times (SPEC N2). */
export function newsLine(kind: ToldKind, locale: string, facts: Record<string, string>): string {
  const { news } = words[isLocale(locale) ? locale : fallbackLocale];
  return filled(news.mail[kind], { ...facts, outcome: news.outcome[facts.outcome ?? ''] ?? '' });
}

function filled(sentence: string, facts: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}
