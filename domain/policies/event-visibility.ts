/** A person's own doings with their account are nobody else's business, and neither is a signature or a list that was only begun (SPEC D9). */
export const personalEvents = [
  'account.changed',
  'session.confirmed',
  'sign-off.begun',
  'attestation.begun',
  'retraction.begun',
  'view.saved',
  'view.removed',
  'import.read',
  'import.discarded',
] as const;

/**
 * What a party keeps to itself: only its own members are told, whom it gave a claim to (SPEC D4), what became of its lists (SPEC IN10), which files it has
 * beside those that it attached (SPEC F4), and what its people say to each other about a claim (THREAT_MODEL T30).
 */
export const partyEvents = [
  'claim.assigned',
  'import.begun',
  'import.finished',
  'import.cancelled',
  'import.stopped',
  'object.stored',
  'object.removed',
  'comment.written-privately',
  'comment.resolved-privately',
  'comment.reopened-privately',
  'task.added-privately',
  'task.changed-privately',
  'task.finished-privately',
  'task.reopened-privately',
] as const;
