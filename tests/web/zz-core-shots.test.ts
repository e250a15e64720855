import { prepareRecord } from './support/desk';
import { approveAsProgram, freeze, send } from './support/program';
import { personOf, test } from './support/test';

test('shots', async ({ openAs, demoServer }) => {
  const person = (party: string, role: string, nth = 0) => openAs(personOf(demoServer, { party, role, nth }));
  const checker = await person('Northern desk', 'checker');
  const other = await person('Southern desk', 'checker');
  const north = await person('Northern desk', 'moderator');
  const south = await person('Southern desk', 'moderator');
  for (const wording of ['The ferry across the strait stopped in the winter of the long negotiations between both sides.', 'The bridge was opened in May.']) {
    const { claimId } = await prepareRecord({ checker, other, analyst: other }, wording);
    const revision = await freeze(checker, claimId);
    if (wording.includes('ferry')) await approveAsProgram(north, revision);
  }
  for (const language of ['en', 'ar']) {
    await send(south, '/api/v1/me', { locale: language }, { method: 'PUT' });
    for (const width of [1440, 390]) {
      await south.setViewportSize({ width, height: 900 });
      await south.goto('/desk/review');
      const details = south.locator('details.news');
      if ((await details.count()) > 0) await details.first().evaluate((one) => one.setAttribute('open', ''));
      await south.screenshot({ path: `/tmp/core-shots/review-${language}-${width}.png`, fullPage: true });
      await south.goto('/desk/notifications');
      await south.screenshot({ path: `/tmp/core-shots/notifications-${language}-${width}.png`, fullPage: true });
    }
  }
  await send(south, '/api/v1/me', { locale: 'en' }, { method: 'PUT' });
  await other.goto('/desk/review');
  await other.screenshot({ path: '/tmp/core-shots/checker.png', fullPage: true });
});
