import type { Mentionable } from './mention-field.client';

/** Who talks about a claim, as its page knows them. */
export type Talk = {
  ownParty: { id: string; name: string };
  /** Members who have a party, by name: those of another read what is for all. */
  people: (Mentionable & { partyId: string })[];
  parties: { id: string; name: string; letter: string; position: number }[];
  /** Whether comments may be written here: by seat, and because the claim is open. */
  canWrite: boolean;
  timeZone: string;
};
