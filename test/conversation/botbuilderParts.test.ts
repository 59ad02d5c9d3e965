import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** The connector is how bots elsewhere are spoken with: nothing here does, and it is most of the package. */
const CONNECTOR = join(dirname(require.resolve('botframework-connector/package.json')), 'lib/index.js');

/** What `code` makes of `said`, in a process that has loaded our conversation as the service does. */
function inService(code: string): unknown {
  const asks = `
    require('./dist/src/conversation');
    const { CollectingAdapter } = require('./dist/src/conversation/collectingAdapter');
    const { allDialogs } = require('./dist/dialogs');
    const parts = require('botbuilder-core');
    const isConnectorLoaded = () => ${JSON.stringify(CONNECTOR)} in require.cache;
    const said = {};
    ${code}
    process.stdout.write(JSON.stringify(said));`;
  const root = join(__dirname, '../..');
  return JSON.parse(execFileSync(process.execPath, ['-e', asks], { cwd: root, encoding: 'utf8' }));
}

test('what a conversation uses of botbuilder comes without its connector, and is the very same', () => {
  const said = inService(`
    said.collects = new CollectingAdapter().said;
    said.dialogs = allDialogs().length > 0;
    said.same = parts.TurnContext === require('botbuilder-core/lib/turnContext').TurnContext;
    said.loaded = isConnectorLoaded();`);
  expect(said).toEqual({ collects: [], dialogs: true, same: true, loaded: false });
});

test('what nobody thought of comes of the whole package', () => {
  const said = inService(`
    said.before = isConnectorLoaded();
    said.message = parts.ActivityTypes.Message;
    said.storage = new parts.MemoryStorage() instanceof parts.MemoryStorage;
    said.after = isConnectorLoaded();`);
  expect(said).toEqual({ before: false, message: 'message', storage: true, after: true });
});
