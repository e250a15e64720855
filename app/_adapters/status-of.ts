/** HTTP statuses of refusals; a refusal that is not listed is 422: well understood, and not done. */
const statuses: Record<string, number> = {
  'invalid-input': 400,
  'body-not-json': 400,
  'body-type': 415,
  'body-too-large': 413,
  'not-signed-in': 401,
  'not-confirmed': 403,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'record-moved': 409,
  'grading-changed': 409,
  'already-attached': 409,
  'already-decided': 409,
  'already-signed': 409,
  'already-ratified': 409,
  'already-set-up': 409,
  'revision-in-signing': 409,
  'illegal-move': 409,
  'claim-not-open': 409,
  'revision-not-open': 409,
};

export function statusOf(code: string): number {
  return statuses[code] ?? 422;
}
