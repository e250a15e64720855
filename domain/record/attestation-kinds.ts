/** What an observer says of the procedure: that the charter's was followed, or that it was not (SPEC AT1). */
export const procedures = ['followed', 'not-followed'] as const;
export type Procedure = (typeof procedures)[number];

/** When it is said. What is attested before the publication says nothing of the publication itself, so each has a place of its own. */
export const attestationMoments = ['before-publication', 'after-publication'] as const;
export type AttestationMoment = (typeof attestationMoments)[number];
