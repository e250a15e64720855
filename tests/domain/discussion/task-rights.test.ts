import { expect, it } from 'vitest';
import { changesTask } from '@/domain/discussion/task-rights';

it('[K8] is changed by its party, a joint one by the parties of who added it and of who has it', () => {
  const changers = (task: Parameters<typeof changesTask>[1]) => ['n', 's', 'o'].filter((party) => changesTask(party, task));
  expect(changers({ audienceParty: 'n', byParty: 'n', assigneeParty: null })).toEqual(['n']);
  expect(changers({ audienceParty: null, byParty: 'n', assigneeParty: null })).toEqual(['n']);
  expect(changers({ audienceParty: null, byParty: 'n', assigneeParty: 's' })).toEqual(['n', 's']);
});
