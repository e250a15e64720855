/** The parties of a task: who reads it, who asked for it, and who has it. */
export type TaskParties = { audienceParty: string | null; byParty: string; assigneeParty: string | null };

/** Whether a party changes, finishes and reopens a task that it reads (SPEC K8): no other party ends what two agreed between them. */
export function changesTask(partyId: string, { audienceParty, byParty, assigneeParty }: TaskParties): boolean {
  if (audienceParty !== null) return audienceParty === partyId;
  return byParty === partyId || assigneeParty === partyId;
}
