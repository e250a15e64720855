/** What of a verdict is challenged. A closed list: it is public from the start, and so it can hold no words of anybody's. */
export const challengeSubjects = ['finding', 'evidence', 'claim', 'translation', 'other'] as const;
export type ChallengeSubject = (typeof challengeSubjects)[number];
