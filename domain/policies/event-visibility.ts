/** A person's own doings with their account are nobody else's business, and neither is a signature or a list that was only begun (SPEC D9). */
export const personalEvents = [
  'account.changed',
  'session.confirmed',
  'sign-off.begun',
  'view.saved',
  'view.removed',
  'import.read',
  'import.discarded',
] as const;

/** What a party keeps to itself: only its own members are told (SPEC D4). */
export const partyEvents = ['claim.assigned'] as const;
