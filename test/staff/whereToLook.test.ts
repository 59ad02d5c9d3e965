import { FakeHouse } from './harness/door';
import { useDesk } from './harness/desk';
import { Site } from './harness/site';

const desk = useDesk();

test('from the top of a concern one press leads to the numbers to ring, which stand on the same page', async () => {
  const { html } = (await desk.readerAt('amira', '/staff/work/concern-kayla')).page;
  const link = html.indexOf('href="#report-directly"');
  expect(link).toBeGreaterThan(0);
  expect(link).toBeLessThan(html.indexOf('Word for word'));
  expect(html).toContain('id="report-directly"');
});

test.each([
  ['practice', true],
  ['live', false],
] as const)('whoever asks for a link in %s is told where practice shows e-mail: %s', async (mode, isTold) => {
  const site = await Site.open(new FakeHouse(), mode);
  try {
    const visitor = site.visitor();
    await visitor.get('/staff/sign-in');
    const page = await visitor.post('/staff/sign-in', { email: 'amira@example.org' });
    expect(page.text).toContain('Look in your e-mail');
    expect(page.text.includes('phones page')).toBe(isTold);
  } finally {
    await site.close();
  }
});
