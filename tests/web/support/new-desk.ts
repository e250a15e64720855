import type { Browser, Page } from '@playwright/test';
import { newPeople, setupOf } from './newcomers';
import { done, proposeCharter, send } from './program';
import type { Countersign } from './server';
import { signIn } from './test';

type Account = { email: string; password: string };

export type NewDesk = {
  people: ReturnType<typeof newPeople>;
  /** Anybody's browser, without JavaScript. */
  reader: Page;
  /** The moderators of the two parties, whose charter is in force and whose interests are declared. */
  north: Page;
  south: Page;
  open(javaScriptEnabled?: boolean): Promise<Page>;
  enter(person: Account): Promise<Page>;
};

/** A server that nobody has set up yet gets a desk of two parties, who ratify a charter with these choices: all of it through the API, as a program would. */
export async function newDesk(browser: Browser, server: Countersign, choices: Record<string, unknown>): Promise<NewDesk> {
  const people = newPeople();
  const open = async (javaScriptEnabled = true) =>
    (await browser.newContext({ baseURL: server.url, javaScriptEnabled })).newPage();
  const enter = async (person: Account) => {
    const page = await open();
    await signIn(page, person);
    return page;
  };
  const reader = await open(false);
  await reader.goto('/');
  await done(await send(reader, '/api/v1/setup', setupOf(server, people)));
  const [north, south] = [await enter(people.north), await enter(people.south)];
  const { sha256 } = await proposeCharter(north, choices);
  for (const page of [north, south]) {
    await done(await send(page, '/api/v1/charter/ratifications', { sha256 }));
    await done(await send(page, '/api/v1/me/interests', {}));
  }
  return { people, reader, north, south, open, enter };
}
