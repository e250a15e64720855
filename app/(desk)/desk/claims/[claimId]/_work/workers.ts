import type { Talk } from '../_comments/talk';

/** Who works on a claim, as its page knows them, and the day by which what is due is told. */
export type Workers = Talk & { today: string };
