/** Which languages the interface speaks, for code below the pages: it needs their tags and none of their sentences. */
export { fallbackLocale, isLocale, localePath } from '@/messages/locales';
