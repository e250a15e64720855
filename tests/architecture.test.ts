import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { localeNames, messagesOf, namespacesOf, shapeOf } from './support/message-files';
import {
  callsIn,
  exportedFunctionsOf,
  filesUnder,
  hasRuntime,
  statesWrittenByName,
  stringsIn,
  textOf,
  valueImportsOf,
} from './support/source-tree';
import { citedRules, writtenRules } from './support/spec-rules';
import { visibleLiterals } from './support/visible-literals';
import { pageRights, rights } from './web/support/rights';
import { addresses, routes } from './web/support/routes';

// Guards, not proofs: each keeps a promise of docs/ARCHITECTURE.md that a reviewer would otherwise have to remember.

const code = /\.tsx?$/;
const folders = ['app', 'commands', 'components', 'db', 'domain', 'i18n', 'messages', 'platform', 'server', 'tests'];

/** Commands that rightly ask no permission. */
const askingNobody: Record<string, string> = {
  'commands/challenges/advance-challenge.ts': 'the server itself asks, when a clock is over',
  'commands/challenges/keep-form.ts': 'readers are nobody',
  'commands/challenges/submit-challenge.ts': 'anybody may challenge a verdict',
  'commands/challenges/withdraw-challenge.ts': 'the link is the permission',
  'commands/charter/advance-charter.ts': 'the server itself asks, when a notice is over',
  'commands/imports/stop-import.ts': 'the server itself asks, when whoever began it may no longer',
  'commands/membership/accept-invitation.ts': 'the one-time link is the permission',
  'commands/membership/answer-reset.ts': 'the server itself asks, for whoever forgot',
  'commands/membership/ask-for-reset.ts': 'who forgot their password is nobody yet',
  'commands/membership/ensure-setup-link.ts': 'the server itself asks, before there is anybody',
  'commands/membership/enter-by-provider.ts': 'nobody is known yet',
  'commands/membership/note-seen.ts': 'every session may be in use',
  'commands/membership/reset-password.ts': 'the one-time link is the permission',
  'commands/membership/set-up-workspace.ts': 'the one-time link is the permission',
  'commands/membership/sign-in.ts': 'nobody is known yet',
  'commands/membership/sign-out.ts': 'every seat may leave',
  'commands/notifications/mail-digest.ts': 'the server itself asks, in the morning',
  'commands/notifications/mail-notices.ts': 'the server itself asks, when somebody was told',
  'commands/notifications/unsubscribe.ts': 'the link is the permission',
  'commands/passkeys/freshly-confirmed.ts': 'the command that changes a key has asked',
  'commands/reply/decide-reply.ts': 'the command that confirms or contests has asked',
  'commands/revisions/advance-revision.ts': 'the clock itself asks',
  'commands/sources/forget-upload.ts': 'the upload that is given up has asked',
  'commands/sources/remove-uploads.ts': 'the server itself asks, a day later',
};

/** Commands that rightly record no event in the workspace's history. */
const leavingNoTrace: Record<string, string> = {
  'commands/challenges/acknowledge-challenge.ts': 'acknowledge.ts records it',
  'commands/challenges/keep-form.ts': 'a form that is to be mended has told nobody anything yet',
  'commands/charter/advance-charter.ts': 'put-in-force.ts records it',
  'commands/charter/propose-draft.ts': 'propose-charter.ts records it',
  'commands/charter/propose-first-charter.ts': 'propose-charter.ts records it',
  'commands/claims/change-claims.ts': 'the command that changes each claim records it',
  'commands/claims/read-article.ts': 'it stores nothing',
  'commands/claims/submit-claim.ts': 'insert-claim.ts records it',
  'commands/claims/submit-claims.ts': 'insert-claim.ts records them',
  'commands/history/name-notes-version.ts': 'what a party does in its notes is no business of the others',
  'commands/history/restore-notes-version.ts': 'nor that it went back to an earlier one',
  'commands/imports/preview-import.ts': 'it changes nothing',
  'commands/membership/accept-invitation.ts': 'take-seat.ts records it',
  'commands/membership/answer-reset.ts': 'nothing has changed yet',
  'commands/membership/ask-for-reset.ts': 'whether it is anybody’s is not known yet',
  'commands/membership/begin-second-factor.ts': 'nothing counts yet',
  'commands/membership/confirm-session.ts': 'confirm-live.ts records it',
  'commands/membership/end-session.ts': 'when people come and go is no business of the other parties',
  'commands/membership/ensure-setup-link.ts': 'there is no workspace yet to tell',
  'commands/membership/enter-by-provider.ts': 'confirm-live.ts and take-seat.ts record it',
  'commands/membership/note-seen.ts': 'nor when they are here',
  'commands/membership/set-up-workspace.ts': 'create-workspace.ts records it',
  'commands/membership/sign-in.ts': 'when a person comes is no business of the other parties',
  'commands/membership/sign-out-everywhere.ts': 'nor when they go',
  'commands/membership/sign-out.ts': 'nor when they go',
  'commands/notifications/choose-mails.ts': 'how a person wants to be told is nobody else’s business',
  'commands/notifications/mail-digest.ts': 'nor what they are told',
  'commands/notifications/mail-notices.ts': 'nor when',
  'commands/notifications/read-notifications.ts': 'what a person has read is nobody else’s business',
  'commands/notifications/unsubscribe.ts': 'nor that they want it no more',
  'commands/passkeys/add-passkey.ts': 'tell-of-key.ts records it',
  'commands/passkeys/begin-passkey.ts': 'nothing counts yet',
  'commands/passkeys/freshly-confirmed.ts': 'it changes nothing',
  'commands/passkeys/remove-passkey.ts': 'tell-of-key.ts records it',
  'commands/reply/confirm-reply.ts': 'decide-reply.ts records it',
  'commands/reply/contest-reply.ts': 'decide-reply.ts records it',
  'commands/revisions/preview-revision.ts': 'it changes nothing',
  'commands/sources/forget-upload.ts': 'remove-uploads.ts records what was there for a day',
};

/** Files of commands/ that are no verbs: what verbs are made of, tested with them. */
const helpingVerbs = [
  'commands/attestations/clauses-of-attesting.ts',
  'commands/attestations/use-attestation-nonce.ts',
  'commands/challenges/acknowledge.ts',
  'commands/challenges/challenge-mail.ts',
  'commands/challenges/end-when-decided.ts',
  'commands/challenges/load-challenge.ts',
  'commands/challenges/move-stored-challenge.ts',
  'commands/challenges/next-change.ts',
  'commands/challenges/renew-challenge.ts',
  'commands/challenges/tell-of-challenge.ts',
  'commands/charter/amend-charter.ts',
  'commands/charter/begin-notice.ts',
  'commands/charter/charter-input.ts',
  'commands/charter/close-draft.ts',
  'commands/charter/leave-charter.ts',
  'commands/charter/open-exit.ts',
  'commands/charter/parties-input.ts',
  'commands/charter/parties-of-amendment.ts',
  'commands/charter/put-in-force.ts',
  'commands/claims/appearance-input.ts',
  'commands/claims/insert-claim.ts',
  'commands/claims/question-of.ts',
  'commands/corrections/corrected-revision.ts',
  'commands/corrections/grade-revision.ts',
  'commands/corrections/raise-grade.ts',
  'commands/discussion/comment-input.ts',
  'commands/discussion/insert-comment.ts',
  'commands/discussion/load-thread.ts',
  'commands/discussion/passage-stands.ts',
  'commands/discussion/readers-among.ts',
  'commands/history/insert-version.ts',
  'commands/imports/list.ts',
  'commands/imports/load-import.ts',
  'commands/imports/read-csv.ts',
  'commands/imports/read-json.ts',
  'commands/imports/reading-input.ts',
  'commands/mail-moment.ts',
  'commands/membership/attempt-buckets.ts',
  'commands/membership/confirm-live.ts',
  'commands/membership/counting-codes.ts',
  'commands/membership/end-membership.ts',
  'commands/membership/end-sessions-of.ts',
  'commands/membership/load-membership.ts',
  'commands/membership/lock-seats.ts',
  'commands/membership/person-input.ts',
  'commands/membership/prove-code.ts',
  'commands/membership/prove-password.ts',
  'commands/membership/replace-password.ts',
  'commands/membership/revoke-offers-of.ts',
  'commands/membership/set-up-input.ts',
  'commands/membership/setup-token.ts',
  'commands/membership/start-session.ts',
  'commands/membership/take-seat.ts',
  'commands/notifications/keep-mail-choices.ts',
  'commands/notifications/mail-news.ts',
  'commands/notifications/people-at.ts',
  'commands/notifications/seat-to-mail.ts',
  'commands/notifications/unsubscribe-token.ts',
  'commands/passkeys/freshly-confirmed.ts',
  'commands/passkeys/tell-of-key.ts',
  'commands/reply/decide-reply.ts',
  'commands/retractions/clauses-of-retraction.ts',
  'commands/retractions/load-retraction.ts',
  'commands/retractions/move-stored-retraction.ts',
  'commands/retractions/retract-when-signed.ts',
  'commands/revisions/remind-signers.ts',
  'commands/revisions/reopen-signing.ts',
  'commands/revisions/salt-of-round.ts',
  'commands/revisions/settle-revision.ts',
  'commands/revisions/tell-of-revision.ts',
  'commands/signoffs/begun-statement.ts',
  'commands/signoffs/declared-ms-ago.ts',
  'commands/signoffs/hold-clock.ts',
  'commands/signoffs/keep-proof.ts',
  'commands/signoffs/prove-signer.ts',
  'commands/signoffs/signing-facts.ts',
  'commands/signoffs/with-proof.ts',
  'commands/sources/forget-upload.ts',
  'commands/sources/take-file.ts',
  'commands/tasks/assignee-of.ts',
  'commands/tasks/load-task.ts',
  'commands/tasks/task-fields.ts',
  'commands/transparency/confirm.ts',
  'commands/transparency/owner-of.ts',
];

/** What anybody may read or call without a session. A new entry is a decision: is nothing unpublished on it? */
const publicEntrances: Record<string, string> = {
  'app/(account)/invitations/[token]/page.tsx': 'the link is the permission',
  'app/(account)/reset/[token]/page.tsx': 'the link is the permission',
  'app/(account)/setup/[token]/page.tsx': 'the link is the permission',
  'app/(account)/sign-in/forgotten/page.tsx': 'who forgot their password is nobody yet',
  'app/(account)/sign-in/page.tsx': 'signing in comes before being known',
  'app/(account)/sign-in/refused/page.tsx': 'says why nobody was let in',
  'app/(account)/unsubscribe/[token]/page.tsx': 'the link is the permission',
  'app/(public)/[locale]/[...rest]/page.tsx': 'says that nothing is there',
  'app/(public)/[locale]/about/page.tsx': 'for everybody',
  'app/(public)/[locale]/challenges/[token]/page.tsx': 'the link is the permission',
  'app/(public)/[locale]/charter/[number]/charter.json/route.ts': 'the bytes of a ratified charter are public',
  'app/(public)/[locale]/charter/[number]/page.tsx': 'a ratified charter is public',
  'app/(public)/[locale]/charter/page.tsx': 'the charter in force is public',
  'app/(public)/[locale]/corrections/page.tsx': 'what was challenged, and when it was due, is public',
  'app/(public)/[locale]/feeds/[feedFile]/route.ts': 'corrections and retractions are public',
  'app/(public)/[locale]/page.tsx': 'published verdicts are',
  'app/(public)/[locale]/parity/figures.csv/route.ts': 'the figures of the parties are public',
  'app/(public)/[locale]/parity/page.tsx': 'the figures of the parties are public',
  'app/(public)/[locale]/search/page.tsx': 'searches published text only',
  'app/(public)/[locale]/transparency/page.tsx': 'what stands of what the desk says about itself is public',
  'app/(public)/[locale]/verdicts/[slug]/challenge/page.tsx': 'anybody may challenge a verdict',
  'app/(public)/[locale]/verdicts/[slug]/page.tsx': 'published verdicts are',
  'app/(public)/[locale]/verdicts/[slug]/revisions/[number]/attestations/[file]/route.ts':
    'what was attested of a published revision is public',
  'app/(public)/[locale]/verdicts/[slug]/revisions/[number]/changes/page.tsx': 'shows two published revisions in one',
  'app/(public)/[locale]/verdicts/[slug]/revisions/[number]/page.tsx': 'published revisions keep their address',
  'app/(public)/[locale]/verdicts/[slug]/revisions/[number]/record.json/route.ts': 'the bytes of a published revision are public',
  'app/(public)/[locale]/verdicts/[slug]/revisions/[number]/retraction/[file]/route.ts':
    'the statements on a retraction that was made are public',
  'app/(public)/[locale]/verdicts/[slug]/revisions/[number]/sign-offs/[file]/route.ts':
    'the statements on a published revision are public',
  'app/api/auth/[...nextauth]/route.ts': 'signing in comes before being known',
  'app/api/v1/charter/route.ts': 'the charter in force is public',
  'app/api/v1/verdicts/[slug]/route.ts': 'published verdicts are',
  'app/api/v1/verdicts/route.ts': 'published verdicts are',
  'app/healthz/route.ts': 'a balancer has no session',
  'app/readyz/route.ts': 'a balancer has no session',
};

describe('who imports whom', () => {
  it('is checked by a tool that really sees the files', async () => {
    const args = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'json', ...folders];
    // The tool ends with the number of violations; which those are is for npm run check to say.
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 28 }).catch(
      (ended: { stdout: string }) => ended,
    );
    const { modules } = JSON.parse(stdout) as { modules: { source: string; dependencies: unknown[] }[] };
    const seen = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]));
    for (const folder of folders) {
      const files = filesUnder(folder, code);
      expect(files.length, `${folder} holds code`).toBeGreaterThan(0);
      expect(files.filter((path) => !seen.has(path))).toEqual([]);
      // A file that was listed and not read would have no imports, whatever it holds.
      expect(files.filter((path) => seen.get(path) === 0 && valueImportsOf(path).length > 0)).toEqual([]);
    }
  }, 120_000);

  it('knows every folder that holds code', () => {
    const apart = new Set(['node_modules', 'dist', 'data']);
    const present = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !apart.has(entry.name))
      .filter((entry) => filesUnder(entry.name, code).length > 0);
    const known = /const layers = '(.+)'/.exec(textOf('.dependency-cruiser.cjs'))?.[1]?.split('|') ?? [];
    expect(present.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([]);
    expect(known).toEqual(folders);
  });
});

describe('the specification and the tests', () => {
  it('have a test for every rule', () => {
    const cited = citedRules();
    expect([...writtenRules()].filter(([rule]) => !cited.has(rule)).map(([rule, path]) => `${rule} of ${path}`)).toEqual([]);
  });

  it('have a rule for every citation', () => {
    const written = writtenRules();
    expect([...citedRules()].filter(([rule]) => !written.has(rule)).map(([rule, path]) => `${rule} in ${path}`)).toEqual([]);
  });

  it('meet for every file of domain and commands: a test imports it, or it helps a neighbour with a test of its own', () => {
    const files = ['domain', 'commands'].flatMap((folder) => filesUnder(folder, /\.ts$/)).filter(hasRuntime);
    const tested = new Set(filesUnder('tests', /\.test\.tsx?$/).flatMap(valueImportsOf));
    const helping = new Set(
      files
        .filter((path) => tested.has(moduleOf(path)))
        .flatMap((path) => valueImportsOf(path).map((name) => name.replace(/^\.\//, `@/${dirname(path)}/`)))
        .filter((name) => !name.startsWith('.')),
    );
    const alone = files.filter((path) => !tested.has(moduleOf(path)) && !helping.has(moduleOf(path)));
    expect(alone).toEqual([]);
  });

  it('meet for every verb by name: its test stands in its place under tests/ and imports it', () => {
    const lacking = filesUnder('commands', /\.ts$/)
      .filter(hasRuntime)
      .filter((path) => {
        const twin = `tests/${path.replace(/\.ts$/, '.test.ts')}`;
        return !existsSync(twin) || !valueImportsOf(twin).includes(moduleOf(path));
      });
    expect(lacking).toEqual(helpingVerbs);
  });
});

describe('commands', () => {
  const commands = filesUnder('commands', /^commands\/[^/]+\/.*\.ts$/).filter((path) =>
    exportedFunctionsOf(path).some(({ takes }) => takes === 'Context'),
  );

  it('ask for permission', () => {
    const silent = commands.filter((path) => ![...callsIn(path)].some((name) => name.startsWith('authorize')));
    expect(silent).toEqual(Object.keys(askingNobody));
  });

  it('record an event', () => {
    const silent = commands.filter((path) => !callsIn(path).has('recordEvent'));
    expect(silent).toEqual(Object.keys(leavingNoTrace));
  });

  it('[L10] write no state of a claim or a revision by name: the table gives it', () => {
    const found = filesUnder('commands', code).flatMap((path) =>
      statesWrittenByName(path, ['claims', 'revisions']).map((state) => `${state} in ${path}`),
    );
    expect(found).toEqual([]);
  });

  it('[D5] store the words of a claim’s wording with every claim that they store', () => {
    const wordless = filesUnder('commands', code).filter((path) => {
      const text = textOf(path);
      return /\.insert\(claims\)/.test(text) && !/\bwords: \w*\.?wording\b/.test(text);
    });
    expect(wordless).toEqual([]);
  });

  it('take time, chance and ids from their context, and so do the rules', () => {
    const fromTheAir = /\bDate\.now\b|\bnew Date\(\s*\)|\brandomUUID\b|\bMath\.random\b|\bgetRandomValues\b|\bperformance\.now\b/;
    const found = ['domain', 'commands']
      .flatMap((folder) => filesUnder(folder, code))
      .filter((path) => fromTheAir.test(withoutComments(path)));
    expect(found).toEqual([]);
  });
});

describe('pages', () => {
  const tsx = [...filesUnder('app', /\.tsx$/), ...filesUnder('components', /\.tsx$/)];
  const entrances = filesUnder('app', /^(?!.*\/_).*\/(page\.tsx|route\.tsx?)$/);

  it('say "use client" exactly in *.client.tsx, and in the two files that Next wants so', () => {
    const marked = [...tsx, ...filesUnder('app', /\.ts$/)].filter((path) => /^\s*['"]use client['"]/m.test(textOf(path)));
    const named = tsx.filter((path) => path.endsWith('.client.tsx') || /\/(global-)?error\.tsx$/.test(path));
    expect(marked.sort()).toEqual(named.sort());
  });

  it('have one way to write: no server actions and nothing between the request and its handler', () => {
    expect(
      folders.flatMap((folder) => filesUnder(folder, code)).filter((path) => /^\s*['"]use server['"]/m.test(textOf(path))),
    ).toEqual([]);
    expect(['proxy.ts', 'middleware.ts'].filter((path) => existsSync(path))).toEqual([]);
  });

  it('ask who is there, or are listed as public', () => {
    const open = entrances.filter((path) => !asksWhoIsThere(path));
    expect(open).toEqual(Object.keys(publicEntrances).sort());
  });

  it('[A2] have a row of who may: every route and every page, and no row stands for one that is gone', () => {
    const asked = routes()
      .filter(({ pattern }) => pattern.startsWith('/api/v1/'))
      .flatMap(({ pattern, methods }) => methods.map((method) => `${method} ${pattern}`));
    expect(Object.keys(rights).sort(), 'rights of tests/web/support/rights.ts').toEqual(asked.sort());
    expect(Object.keys(pageRights).sort(), 'pageRights of tests/web/support/rights.ts').toEqual(addresses());
  });

  it('contain no words of their own', () => {
    expect(tsx.flatMap(visibleLiterals)).toEqual([]);
  });

  it('are laid out by start and end, never by left and right', () => {
    const physical =
      /(?<![\w-])(?:(?:-?m|p|-?scroll-m|scroll-p)[lr]-|(?:left|right)-|(?:border|rounded)-[lr](?:-|(?![\w-]))|rounded-[tb][lr](?![\w])|text-(?:left|right)(?![\w-])|float-(?:left|right)(?![\w-]))/;
    const found = tsx.flatMap((path) =>
      stringsIn(path)
        .filter((text) => physical.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('messages', () => {
  const reference = 'en';

  it.each(localeNames)('in %s have every namespace and every key, with the same arguments, tags and choices', (locale) => {
    expect(namespacesOf(locale)).toEqual(namespacesOf(reference));
    for (const namespace of namespacesOf(reference)) {
      const shape = (of: string) =>
        [...messagesOf(of, namespace)]
          .map(([key, message]) => [key, shapeOf(message)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1));
      expect(shape(locale), namespace).toEqual(shape(reference));
    }
  });

  it.each(localeNames)('in %s are never empty', (locale) => {
    const empty = namespacesOf(locale).flatMap((namespace) =>
      [...messagesOf(locale, namespace)].filter(([, message]) => message.trim() === ''),
    );
    expect(empty).toEqual([]);
  });
});

describe('documents', () => {
  const documents = [...filesUnder('.', /^[A-Z]+\.md$/), ...filesUnder('docs', /\.md$/), ...filesUnder('domain', /\.md$/)];

  it('name only files that exist', () => {
    const missing = documents.flatMap((path) =>
      namedFiles(path)
        .filter((named) => !existsSync(named))
        .map((named) => `${named} in ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('keep the map and the decisions short', () => {
    const lines = (path: string) => textOf(path).trimEnd().split('\n').length;
    expect(lines('docs/ARCHITECTURE.md')).toBeLessThanOrEqual(70);
    expect(filesUnder('docs/decisions', /\.md$/).filter((path) => lines(path) > 40)).toEqual([]);
  });
});

describe('packages', () => {
  it('are locked by version and digest, without the address of a registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

/** A page asks for its person; a handler does, or hands the caller's context to a command, which authorises. */
function asksWhoIsThere(path: string): boolean {
  const calls = callsIn(path);
  if ([...calls].some((name) => /^require\w*(Actor|Member)$|^authorize/.test(name))) return true;
  return calls.has('route') && valueImportsOf(path).some((name) => name.startsWith('@/commands/'));
}

/** Paths in back quotes or links that begin in one of our folders, or that are relative links. Patterns are not paths. */
function namedFiles(document: string): string[] {
  const text = textOf(document).replace(/```[\s\S]*?```/g, '');
  const quoted = Array.from(text.matchAll(/`([^`\s]+)`/g), ([, path = '']) => path).filter(
    (path) => folders.includes(path.split('/')[0] ?? '') && path.includes('/'),
  );
  const linked = Array.from(text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g), ([, path = '']) => path)
    .filter((path) => !/^[a-z]+:/.test(path))
    .map((path) => normalize(join(dirname(document), path)));
  return [...quoted, ...linked].filter((path) => !/[<*…{}]/.test(path));
}

function withoutComments(path: string): string {
  return textOf(path).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
}

function moduleOf(path: string): string {
  return `@/${path.replace(/\.tsx?$/, '')}`;
}
