/** A time as a mail prints it in every language: no month has a name, and the zone is said. */
export function mailMoment(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
