import { dirname, join } from 'node:path';
import * as parts from 'botbuilder-core';
import { TurnContext } from 'botbuilder-core/lib/turnContext';

/** The connector is how bots elsewhere are spoken with: nothing here does, and it is most of the package. */
const CONNECTOR = join(dirname(require.resolve('botframework-connector/package.json')), 'lib/index.js');
const isConnectorLoaded = () => Object.keys(require.cache).includes(CONNECTOR);

test('what a conversation uses of botbuilder comes without its connector, and is the very same', () => {
  expect(parts.TurnContext).toBe(TurnContext);
  expect(isConnectorLoaded()).toBe(false);
});

test('what nobody thought of comes of the whole package', () => {
  expect(parts.ActivityTypes.Message).toBe('message');
  expect(new parts.MemoryStorage()).toBeInstanceOf(parts.MemoryStorage);
  expect(isConnectorLoaded()).toBe(true);
});
