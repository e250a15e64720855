/** How long a link to a new password counts (SPEC M20). */
export const resetMinutes = 60;
/** How many of them one account has open: a first that got lost, and a second; never a box full of them. */
export const mostResets = 3;

export function resetEnd(now: Date): Date {
  return new Date(now.getTime() + resetMinutes * 60 * 1000);
}
