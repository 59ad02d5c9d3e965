import { eventually } from './eventually';
import { MINUTE, WebHouse } from './house';
import { Listener, Visitor } from './visitor';

let house: WebHouse;
let jade: Visitor;
beforeEach(async () => {
  house = await new WebHouse().start();
  jade = await (await new Visitor(house).open('jade')).converse();
});
afterEach(() => house.stop());

const codeOf = async (response: Response): Promise<[number, string]> => {
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
};

describe('a token', () => {
  it('is not given to anybody without a session', async () => {
    expect(await codeOf(await new Visitor(house).post('/v3/directline/tokens/generate'))).toEqual([
      401,
      'Unauthorized',
    ]);
  });

  it('is good for its own conversation only', async () => {
    const owen = await (await new Visitor(house).open('owen')).converse();
    owen.conversation = jade.conversation;
    expect(await codeOf(await owen.say('as somebody else'))).toEqual([403, 'TokenExpired']);
  });

  it('names nobody', () => {
    expect(Buffer.from(jade.token.split('.')[2]!, 'base64url').toString()).not.toContain('jade');
  });

  it.each([
    ['forged', (token: string) => `${token.slice(0, -2)}AA`],
    ['a session’s own', () => jade.cookie.split('=')[1]!],
    ['missing', () => ''],
  ])('that is %s opens nothing', async (_what, make) => {
    jade.token = make(jade.token);
    expect(await codeOf(await jade.say('hiya'))).toEqual([403, 'TokenExpired']);
    expect(house.received).toEqual([]);
  });

  it('is over after thirty minutes, and refreshed before then stays good', async () => {
    house.pass(20 * MINUTE);
    const refreshed = await jade.directLine('POST', '/tokens/refresh');
    const { token, expires_in } = (await refreshed.json()) as { token: string; expires_in: number };
    expect(expires_in).toBe(1800);
    house.pass(10 * MINUTE);
    expect(await codeOf(await jade.say('with the old one'))).toEqual([403, 'TokenExpired']);
    jade.token = token;
    expect((await jade.say('with the new one')).status).toBe(200);
  });

  it('dies with its session', async () => {
    await jade.post('/exit');
    expect(await codeOf(await jade.say('hiya'))).toEqual([403, 'Closed']);
  });
});

describe('a posted activity', () => {
  it('is not answered before it is kept', async () => {
    let keep = (): void => {};
    house.hold = new Promise((resolve) => (keep = resolve));
    let answered = false;
    const posted = jade.say('hiya').finally(() => (answered = true));
    await eventually(() => house.received.length, 1);
    await jade.read();
    expect(answered).toBe(false);
    keep();
    expect((await posted).status).toBe(200);
  });

  it('is answered with its id once it is kept, and is read back under that id and its own', async () => {
    const { id } = (await (await jade.say('hiya', 'mine')).json()) as { id: string };
    expect((await jade.read()).activities).toMatchObject([
      { id, text: 'hiya', from: { role: 'user' }, channelData: { clientActivityID: 'mine' } },
    ]);
  });

  it('posted again under the same name is the same message', async () => {
    await jade.say('hiya', 'mine');
    expect((await jade.say('hiya', 'mine')).status).toBe(200);
    expect(house.received).toHaveLength(1);
  });

  it.each([
    ['image/png', 'picture'],
    ['audio/ogg', 'voice-note'],
    ['application/pdf', 'unknown'],
  ])('with a file (%s) is kept as a %s without the file', async (contentType, kind) => {
    const attachments = [{ contentType, contentUrl: 'https://files.example/1' }];
    await jade.directLine('POST', `/conversations/${jade.conversation}/activities`, { type: 'message', attachments });
    expect(house.received).toMatchObject([{ kind, text: '' }]);
  });

  it('uploaded as a file is a picture that nobody opens', async () => {
    const path = `/conversations/${jade.conversation}/upload`;
    expect((await jade.directLine('POST', path, 'x'.repeat(200_000))).status).toBe(200);
    expect(house.received).toMatchObject([{ kind: 'picture', text: '' }]);
  });

  it.each([
    ['is no JSON', '{"type":', 400, 'BadArgument'],
    ['has no type', { text: 'hiya' }, 400, 'BadArgument'],
    ['has no words', { type: 'message', text: '  ' }, 400, 'BadArgument'],
    ['is too long', { type: 'message', text: 'a'.repeat(10_001) }, 413, 'MessageSizeTooBig'],
    ['is far too long', { type: 'message', text: 'a'.repeat(200_000) }, 413, 'MessageSizeTooBig'],
  ])('that %s gets a clear refusal', async (_what, body, status, code) => {
    const path = `/conversations/${jade.conversation}/activities`;
    expect(await codeOf(await jade.directLine('POST', path, body))).toEqual([status, code]);
  });

  it('that is in letters nobody knows is refused, not tried again for ever', async () => {
    const refused = await fetch(`${house.url}/v3/directline/conversations/${jade.conversation}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jade.token}`, 'content-type': 'application/json; charset=klingon' },
      body: '{"type":"message","text":"hi"}',
    });
    expect(await codeOf(refused)).toEqual([400, 'BadArgument']);
  });

  it('that could not be kept is refused as such, so that the client sends it again', async () => {
    house.faults.receive = true;
    expect(await codeOf(await jade.say('hiya'))).toEqual([503, 'NotKept']);
  });

  it('is taken on the token alone while the record is away, and says that it waits', async () => {
    house.faults.record = true;
    house.faults.spooled = true;
    expect(await (await jade.say('help', 'mine')).json()).toMatchObject({ kept: 'later' });
    expect(house.received).toMatchObject([{ text: 'help', sender: { by: 'web', youngPerson: 'jade' } }]);
  });

  it('that waited its turn at the limit is not lost but refused', async () => {
    house.faults.tooOften = true;
    expect(await codeOf(await jade.say('hiya'))).toEqual([429, 'TooManyRequests']);
  });
});

describe('reading', () => {
  it('goes on from the client’s own watermark', async () => {
    await jade.say('one');
    const { watermark } = await jade.read();
    house.say('jade', 'two');
    const next = await jade.read(watermark);
    expect(next.activities.map((activity) => activity.text)).toEqual(['two']);
    expect((await jade.read(next.watermark)).activities).toEqual([]);
  });

  it('offers the answers of a numbered question as buttons', async () => {
    house.say('jade', 'Are you safe right now? Text 1 yes, 2 no, 3 not sure.');
    expect((await jade.read()).activities[0]?.suggestedActions?.actions).toEqual([
      { type: 'imBack', title: 'Yes', value: '1' },
      { type: 'imBack', title: 'No', value: '2' },
      { type: 'imBack', title: 'Not sure', value: '3' },
    ]);
  });

  it('ends after fifteen idle minutes; typing counts as doing something', async () => {
    const path = `/conversations/${jade.conversation}/activities`;
    house.pass(10 * MINUTE);
    await jade.directLine('POST', path, { type: 'typing' });
    house.pass(10 * MINUTE);
    expect((await jade.directLine('GET', path)).status).toBe(200);
    house.pass(5 * MINUTE);
    expect(await codeOf(await jade.directLine('GET', path))).toEqual([403, 'Cleared']);
  });

  it('while the record is away is refused in a way that clients try again', async () => {
    house.faults.record = true;
    const path = `/conversations/${jade.conversation}/activities`;
    expect(await codeOf(await jade.directLine('GET', path))).toEqual([503, 'ServiceUnavailable']);
  });

  it('needs the check word first', async () => {
    const kai = await new Visitor(house).open('kai');
    expect(await codeOf(await kai.post('/v3/directline/tokens/generate'))).toEqual([403, 'CheckWord']);
  });
});

describe('a stream', () => {
  it('starts with what was missed since the client’s own watermark, then brings what is new, each thing once', async () => {
    await jade.say('one');
    const { watermark } = await jade.read();
    house.say('jade', 'missed');
    const stream = await jade.listen(watermark);
    expect(await stream.texts(1)).toEqual(['missed']);
    house.say('jade', 'new');
    await jade.say('mine');
    expect(await stream.texts(3)).toEqual(['missed', 'new', 'mine']);
    stream.close();
  });

  it('brings nothing of anybody else', async () => {
    const stream = await jade.listen();
    house.say('owen', 'for Owen');
    house.say('jade', 'for Jade');
    expect(await stream.texts(1)).toEqual(['for Jade']);
    stream.close();
  });

  it('notes what it has put on a page', async () => {
    const stream = await jade.listen();
    const delivery = house.say('jade', 'hello');
    await stream.texts(1);
    expect(house.shown).toEqual([delivery]);
    stream.close();
  });

  it('is closed, with a code that says so, once the page must be blank', async () => {
    const stream = await jade.listen();
    house.say('jade', 'while live');
    await stream.texts(1);
    house.pass(15 * MINUTE);
    house.say('jade', 'for nobody’s eyes');
    expect(await stream.closed).toBe(4001);
    expect(await stream.texts(1)).toEqual(['while live']);
  });

  it('is refused with a token for anything else', async () => {
    const url = `${house.url.replace('http', 'ws')}/v3/directline/conversations/${jade.conversation}/stream?t=${jade.token}`;
    await expect(new Listener(url).closed).rejects.toThrow('403');
  });

  it('is told to come back when the server goes down', async () => {
    const stream = await jade.listen();
    house.say('jade', 'open');
    await stream.texts(1);
    await house.stop();
    expect(await stream.closed).toBe(1012);
    await house.start();
  });
});
