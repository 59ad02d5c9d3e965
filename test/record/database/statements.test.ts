import { createStatements, isOutdatedPlan, type Statement } from '../../../src/record/database/statements';
import { describePostgres, describeRecords } from '../../harness/record';

const OUTDATED = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' });
const MISSING = Object.assign(new Error('no such table'), { code: '42P01' });

/** Notes the names it is sent; throws as often as it is told to. */
function server(...throwing: readonly Error[]) {
  const left = [...throwing];
  const names: string[] = [];
  return {
    names,
    async send(statement: Statement): Promise<void> {
      names.push(typeof statement === 'string' ? statement : statement.name);
      const error = left.shift();
      if (error) throw error;
    },
  };
}

test('what has values is prepared under one name; text alone goes as it is', async () => {
  const { ask } = createStatements();
  const { names, send } = server();
  await ask(send, 'select $1', [1]);
  await ask(send, 'select $1', [2]);
  await ask(send, 'select $1, $2', [1, 2]);
  await ask(send, 'begin');
  expect([names[0] === names[1], names[1] === names[2], names[3]]).toEqual([true, false, 'begin']);
});

test('what has become outdated is asked again under a new name, once; any other error is told', async () => {
  const { askAlone } = createStatements();
  const outdated = server(OUTDATED);
  await askAlone(outdated.send, 'select $1', [1]);
  expect(new Set(outdated.names).size).toBe(2);
  await expect(askAlone(server(OUTDATED, OUTDATED).send, 'select $1', [1])).rejects.toThrow('cached plan');
  const missing = server(MISSING);
  await expect(askAlone(missing.send, 'select $1', [1])).rejects.toThrow('no such table');
  expect(missing.names).toHaveLength(1);
});

describeRecords('a release that adds a column while this one serves', (record) => {
  afterEach(() => record().pool.query('alter table practitioner_pins drop column if exists more'));
  const askAll = () => record().db.all('select * from practitioner_pins where practitioner_id = $1', ['sam']);

  test('changes nothing for what was asked before it, in a transaction or without one', async () => {
    await askAll();
    await record().inTransaction(({ db }) =>
      db.all('select * from practitioner_pins where practitioner_id = $1', ['sam']),
    );
    await record().pool.query('alter table practitioner_pins add column more text');
    const inside = record().inTransaction(({ db }) =>
      db.all('select * from practitioner_pins where practitioner_id = $1', ['sam']),
    );
    expect([await askAll(), await inside]).toEqual([[], []]);
  });
});

describePostgres('an outdated plan', (record) => {
  test('is what Postgres calls it', async () => {
    const client = await record().pool.connect();
    const ask = () => client.query('select * from practitioner_pins where practitioner_id = $1', ['sam']);
    await ask();
    await record().pool.query('alter table practitioner_pins add column more text');
    const refused = await ask().catch((error: unknown) => error);
    expect(isOutdatedPlan(refused)).toBe(true);
    expect((await ask()).rows).toEqual([]);
    client.release();
  });
});
