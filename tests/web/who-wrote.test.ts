import { expectSaved, said, typeAtEnd } from './support/desk';
import { openClaim } from './support/program';
import { expect, expectAccessible, personOf, test } from './support/test';

const north = 'The tower was lit. ';
const south = 'It was dark by ten.';

test('[P66] everybody who reads a record can see who wrote what, with the name and the party', async ({ openAs, demoServer }) => {
  const [northern, southern] = ['Northern desk', 'Southern desk'].map((party) =>
    personOf(demoServer, { party, role: 'checker' }),
  );
  const [writer, other] = [await openAs(northern), await openAs(southern)];
  const observer = await openAs(personOf(demoServer, { party: 'Observer mission', role: 'observer' }));
  const { address } = await openClaim(writer, 'The tower was lit all night.');
  await Promise.all([writer.goto(address), other.goto(address), observer.goto(address)]);
  await typeAtEnd(writer, 'Question', north);
  await expect.poll(() => said(other, 'Question')).toBe(north);

  const toggle = writer.getByRole('button', { name: 'Who wrote this' });
  await expect(writer.locator('[data-who]')).toHaveCount(0);
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const question = writer.getByRole('textbox', { name: 'Question', exact: true });
  const spanOf = (words: string) => question.locator('[data-who]', { hasText: words });
  await expect(spanOf(north.trim())).toHaveAttribute('title', new RegExp(`^N · ${northern?.name}`));

  // Not in the answer that was asked for when it was turned on.
  await typeAtEnd(other, 'Question', south);
  await expectSaved(other);
  await expect(spanOf(south)).toHaveAttribute('title', new RegExp(`^S · ${southern?.name}`));
  const legend = writer.getByRole('region', { name: 'Who wrote the text that stands here' });
  await expect(legend).toContainText(/Northern desk: \d+(\.\d)? ?%/);
  await expect(legend).toContainText(/Southern desk: \d+(\.\d)? ?%/);
  await expectAccessible(writer);

  await test.step('with the keyboard: where the caret is, and span by span where there is none', async () => {
    // An editor that has just got the focus puts its own caret back a moment later, over a key that came before.
    await expect(async () => {
      await question.press('Control+Home');
      await writer.keyboard.press('ArrowRight');
      await expect(legend.getByRole('status')).toContainText(`N · ${northern?.name}`, { timeout: 1000 });
    }).toPass();
    await observer.getByRole('button', { name: 'Who wrote this' }).press('Enter');
    const span = observer.locator('[data-who]', { hasText: south });
    await span.focus();
    await expect(span).toBeFocused();
    expect(await span.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(southern?.name);
    await expectAccessible(observer);
  });

  await test.step('until it is turned off, in this tab', async () => {
    await writer.reload();
    await expect(spanOf(south)).toBeVisible();
    await toggle.press('Enter');
    await expect(writer.locator('[data-who]')).toHaveCount(0);
    await expect(legend).toBeHidden();
  });
});
