const firstPasswordMs = 10 * 60 * 1000;

/** Whether a session is young enough to set the first password of its account (SPEC M19): a cookie that was stolen later cannot keep the account. */
export function mayChooseFirst(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() <= firstPasswordMs;
}
