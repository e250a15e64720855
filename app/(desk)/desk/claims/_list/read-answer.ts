/** What a change of many claims answered. */
export type BulkAnswer = { done: number; refused: { number: number; message: string }[] };

export function readAnswer(body: Record<string, unknown>): BulkAnswer {
  const refused = Array.isArray(body.refused) ? body.refused.flatMap(readRefused) : [];
  return { done: Array.isArray(body.done) ? body.done.length : 0, refused };
}

function readRefused(line: unknown): BulkAnswer['refused'] {
  if (typeof line !== 'object' || line === null || !('number' in line) || !('message' in line)) return [];
  return [{ number: Number(line.number), message: String(line.message) }];
}
