/** The short article whose statements the demo world checks: written for the demonstration, its figures are claims and nothing more. */
export const articleTitle = 'Many tracks, one table';

export const articleText = `Many tracks, one table
An article written for the demonstration of this desk

Peace talks seldom travel on one road. Of the ceasefires of the past decade that held, 68 per cent had official and unofficial talks running side by side.

Security is being bundled too: taking part in joint cyber exercises rose by 42 per cent among allied states in a single year.

Money waits at the table. A development bank has set aside 12 billion euros for post-conflict zones, and where loans were tied to reforms, rebuilding went 25 per cent faster.

Words can undo the work. Misinformation delays a settlement by nine months on average.

The Afghan process shows what is possible. In 2020 the United States, the Afghan government and the Taliban signed an agreement in Doha, and the ceasefire that followed held for 18 months, longer than any talks on a single track had achieved. All sides of the conflict sat at that table. The Security Council welcomed that ceasefire ten days later, and civilians were out of danger from the first day. The agreement itself set the day on which the ceasefire began. Both governments put their names under it.

Talks on a single track will soon be a thing of the past.
`;
