import { id } from '@/domain/text-input';

/** The event below which a page of events goes on. Anything else in the address begins at the newest. */
export function readCursor(value: string | string[] | undefined): string | undefined {
  return id.safeParse(Array.isArray(value) ? value[0] : value).data;
}
