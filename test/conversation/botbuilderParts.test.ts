import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import * as parts from 'botbuilder-core';
import { TurnContext } from 'botbuilder-core/lib/turnContext';
import { allDialogs } from '../../dialogs';
import { CollectingAdapter } from '../../src/conversation/collectingAdapter';

/** The connector is how bots elsewhere are spoken with: nothing here does, and it is most of the package. */
const CONNECTOR = join(dirname(require.resolve('botframework-connector/package.json')), 'lib/index.js');
const isConnectorLoaded = () => Object.keys(require.cache).includes(CONNECTOR);

test('what a conversation uses of botbuilder comes without its connector, and is the very same', () => {
  expect(parts.TurnContext).toBe(TurnContext);
  expect([new CollectingAdapter().said, allDialogs().length > 0]).toEqual([[], true]);
  expect(isConnectorLoaded()).toBe(false);
});

test('what nobody thought of comes of the whole package', () => {
  expect(parts.ActivityTypes.Message).toBe('message');
  expect(new parts.MemoryStorage()).toBeInstanceOf(parts.MemoryStorage);
  expect(isConnectorLoaded()).toBe(true);
});

test('so it is in the service, where no test decides what is found', () => {
  const asks = `
    require('./src/conversation/botbuilderParts.cjs');
    const { TurnContext } = require('botbuilder-core');
    const before = ${JSON.stringify(CONNECTOR)} in require.cache;
    const { MemoryStorage } = require('botbuilder-core');
    const after = ${JSON.stringify(CONNECTOR)} in require.cache;
    process.stdout.write([typeof TurnContext, before, typeof MemoryStorage, after].join(' '));`;
  const said = execFileSync(process.execPath, ['-e', asks], { cwd: join(__dirname, '../..'), encoding: 'utf8' });
  expect(said).toBe('function false function true');
});
