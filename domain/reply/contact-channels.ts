/** How a claimant is reached. Closed, so that no address is written where readers see it (SPEC RR1). */
export const contactChannels = ['email', 'telephone', 'letter', 'web-form', 'social-media', 'in-person', 'intermediary'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** The longest reply that is printed. */
export const replyLimit = 2000;
/** The longest general words for whom was asked, and the least that a waiver or a contest says. */
export const askedLimit = 80;
export const reasonOfReply = 40;
