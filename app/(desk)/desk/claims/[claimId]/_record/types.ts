import type { DeskParty } from '@/db/queries/desk/desk-workspace';

/** A party as the record's client parts know it. */
export type PartyOnRecord = DeskParty;
