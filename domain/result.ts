/**
 * What a decision answers: a value, or a refusal that a person can act on.
 * Refusals are values and never thrown; exceptions are for bugs and outages.
 */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

/** A refusal names its code; every further field is a fact that the message for that code may print. */
export type Refusal<Code extends string = string> = { code: Code } & Record<string, unknown>;

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R extends Refusal>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
