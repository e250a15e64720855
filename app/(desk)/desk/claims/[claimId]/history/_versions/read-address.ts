type Value = string | string[] | undefined;
export type HistoryAddress = { version?: Value; since?: Value; cursor?: Value; show?: Value };

/** Which version is read, against which earlier one, and from where on the list goes. What is no number asks for nothing. */
export type HistoryView = {
  version: number | undefined;
  since: number | undefined;
  cursor: number | undefined;
  show: 'changes' | 'text';
};

export function readAddress({ version, since, cursor, show }: HistoryAddress): HistoryView {
  return {
    version: readNumber(version),
    since: readNumber(since),
    cursor: readNumber(cursor),
    show: show === 'text' ? 'text' : 'changes',
  };
}

function readNumber(value: Value): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}
