import { expect, it } from 'vitest';
import { Name } from '@/components/ui/name';
import { render } from '@/tests/support/render';

it('a name stays in one piece, and one that is longer than a phone’s line does not', () => {
  expect(render(<Name>Southern desk</Name>)).toBe('<bdi class="nb">Southern desk</bdi>');
  const long = 'The joint commission of the regional newsrooms';
  expect(render(<Name>{long}</Name>)).toBe(`<bdi>${long}</bdi>`);
});
