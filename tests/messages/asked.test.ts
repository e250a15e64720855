import { expect, it } from 'vitest';
import { askedMessages } from '../support/asked-messages';
import { messagesOf, namespacesOf } from '../support/message-files';
import { filesUnder } from '../support/source-tree';

const known = namespacesOf('en').flatMap((file) =>
  [...messagesOf('en', file).keys()].map((key) => `${file.replace('.json', '')}.${key}`),
);
const exists = (key: string, isWhole: boolean) => known.some((one) => (isWhole ? one === key : one.startsWith(key)));

it('pages ask for no message that there is not', () => {
  const asked = ['app', 'components']
    .flatMap((folder) => filesUnder(folder, /\.tsx?$/))
    .flatMap((path) => askedMessages(path).map((message) => ({ path, ...message })));
  expect(asked.length).toBeGreaterThan(500);
  const missing = asked.filter(({ namespaces, key, isWhole }) => !namespaces.some((one) => exists(`${one}.${key}`, isWhole)));
  expect(missing.map(({ path, namespaces, key }) => `${namespaces.join(' or ')}: ${key} in ${path}`)).toEqual([]);
});
