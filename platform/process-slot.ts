/**
 * A place for one value of the whole process. Next's bundles and the server file are two module graphs, so module state is not
 * shared between them; a symbol on `globalThis` is. The caller names the type: one name must always be used with one type.
 */
export function processSlot<T>(name: string): { current?: T } {
  const key = Symbol.for(name);
  const holder = globalThis as unknown as Record<symbol, { current?: T } | undefined>;
  holder[key] ??= {};
  return holder[key];
}
