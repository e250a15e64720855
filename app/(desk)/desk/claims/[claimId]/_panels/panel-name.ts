export const panels = ['sources', 'charter', 'comments', 'notes', 'history'] as const;
export type PanelName = (typeof panels)[number];

/** The panel that an address or a tab names. */
export function readPanel(value: string | string[] | undefined): PanelName | undefined {
  return panels.find((panel) => panel === value);
}
