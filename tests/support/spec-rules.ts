import { filesUnder, textOf } from './source-tree';

const id = '[A-Z]{1,2}\\d{1,2}';

/** The numbered rules, written `**C21**`, and where each is written. */
export function writtenRules(): Map<string, string> {
  const documents = [...filesUnder('domain', /SPEC\.md$/), ...filesUnder('docs', /(PROTOCOL|THREAT_MODEL)\.md$/)];
  return new Map(
    documents.flatMap((path) =>
      Array.from(textOf(path).matchAll(new RegExp(`\\*\\*(${id})\\*\\*`, 'g')), ([, rule = '']) => [rule, path] as const),
    ),
  );
}

/** The rules that names of tests cite, `[C21]` or `[C21] [L5]` at the front, and a test that does. */
export function citedRules(): Map<string, string> {
  const front = new RegExp(`['"\`]((?:\\[${id}\\] ?)+)`, 'g');
  return new Map(
    filesUnder('tests', /\.test\.tsx?$/).flatMap((path) =>
      Array.from(textOf(path).matchAll(front)).flatMap(([, cited = '']) =>
        Array.from(cited.matchAll(new RegExp(id, 'g')), ([rule]) => [rule, path] as const),
      ),
    ),
  );
}
