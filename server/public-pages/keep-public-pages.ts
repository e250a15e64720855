import type { RequestListener } from 'node:http';
import { askTogether } from './ask-together';
import { publicPagePath } from './public-page-path';
import { type Render, renderApart } from './render-apart';
import { type SendablePage, sendable, sendPage } from './send-page';

type Options = {
  /** What is published, in one line that is never the same again after a publication. */
  state: () => Promise<string>;
  render: Render;
  report: (fault: unknown) => void;
  /** How many pages are kept. */
  most?: number;
};

/** The pages of one state of what is published, those that are being made included. */
type Era = { state: string; pages: Map<string, Promise<SendablePage>> };

/**
 * Keeps public pages, and cannot serve an old one (C30, P32). The state of what is published is asked for after each request has come; a page belongs to
 * the state that was read before it was begun. When the state is another one, all pages are gone, with those that are still being made: whoever waits
 * for these came before the publication, and nobody else ever sees them. So no process must be told that another has published.
 */
export function keepPublicPages({ state, render, report, most = 500 }: Options): RequestListener {
  const stateNow = askTogether(state);
  let era: Era = { state: '', pages: new Map() };

  const pageAt = async (path: string): Promise<SendablePage> => {
    const now = await stateNow();
    if (now !== era.state) era = { state: now, pages: new Map() };
    const { pages } = era;
    const page = pages.get(path) ?? renderApart(render, path).then(sendable);
    // The one that was used last is the last to go.
    pages.delete(path);
    pages.set(path, page);
    const [oldest] = pages.keys();
    if (oldest !== undefined && pages.size > most) pages.delete(oldest);
    // What is not there, or failed, is made again: strangers may ask for any number of addresses.
    const forget = () => pages.get(path) === page && pages.delete(path);
    page.then(({ status }) => status === 200 || forget(), forget);
    return page;
  };

  return (request, response) => {
    const path = publicPagePath(request);
    if (path === undefined) return void render(request, response);
    pageAt(path).then(
      (page) => sendPage(page, request, response),
      (fault: unknown) => {
        report(fault);
        void render(request, response);
      },
    );
  };
}
