import { useDesk } from './harness/desk';

const PATH = '/staff/mending';

const desk = useDesk((house) => {
  house.broken = [
    {
      about: 'messages',
      found: [
        { what: '1 spooled message cannot be read.', give: 'Put the key back.' },
        { what: '2 messages of the journal cannot be read.', give: 'Put the key back.' },
      ],
    },
    { about: 'settings', found: [] },
  ];
});

test('whoever is paged finds what is broken, how to mend it, when it was looked at, and what is in order', async () => {
  for (const practitioner of ['addy', 'amira']) {
    const page = await (await desk.site.signedInAs(practitioner)).get(PATH);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Looked at 11:55pm');
    expect(page.text).toMatch(/Messages that may not have reached us .*spooled .*journal .*Put the key back\./);
    expect(page.text.match(/Put the key back/g)).toHaveLength(1);
    expect(page.text).toMatch(/In order .*Settings, carrier and mail/);
  }
});

test('for everybody else it is not there, nor any way to it', async () => {
  for (const practitioner of ['sam', 'cora', 'mo']) {
    const visitor = await desk.site.signedInAs(practitioner);
    expect((await visitor.get(PATH)).status).toBe(404);
    expect((await visitor.get('/staff/people')).text).not.toContain('What needs mending');
  }
});

test('where everything is whole it says so', async () => {
  desk.house.broken = [{ about: 'settings', found: [] }];
  expect((await (await desk.site.signedInAs('addy')).get(PATH)).text).toContain('Nothing is broken or missing.');
});
