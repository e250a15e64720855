const hourMs = 60 * 60 * 1000;

/** When the window ends that began with the first recorded contact (SPEC RR2). */
export function windowEnd(askedAt: string, hours: number): Date {
  return new Date(Date.parse(askedAt) + hours * hourMs);
}

/** Whole hours that are left of it, a begun one counted; 0 once it is over. */
export function hoursLeft(askedAt: string, hours: number, now: string): number {
  return Math.max(0, Math.ceil((windowEnd(askedAt, hours).getTime() - Date.parse(now)) / hourMs));
}
