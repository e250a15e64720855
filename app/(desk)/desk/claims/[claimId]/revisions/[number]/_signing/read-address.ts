/** The number of a revision in an address, or undefined when it is none. */
export function readRevisionNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

const views = ['changes', 'frozen', 'bytes'] as const;
export type View = (typeof views)[number];

/** How the sheet is read. Changes come first where there is something to compare with. */
export function readView(value: string | string[] | undefined, hasBase: boolean): View {
  const asked = views.find((view) => view === value);
  if (asked === undefined) return hasBase ? 'changes' : 'frozen';
  return asked === 'changes' && !hasBase ? 'frozen' : asked;
}
