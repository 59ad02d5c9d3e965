/**
 * Stands for the index of `botbuilder-core`: the same parts, each from the file it is written in. The index itself loads
 * six hundred files for talking to bots elsewhere (a connector, identities, HTTP), which nothing here does: a quarter of
 * a second of a start, and of every test file that converses. A part not named here is asked of the whole package.
 */
const { dirname, join } = require('node:path');

const INDEX = join(dirname(require.resolve('botbuilder-core/package.json')), 'lib/index.js');

const STANDS_IN = {
  BotAdapter: 'botAdapter',
  BotComponent: 'botComponent',
  ComponentRegistration: 'componentRegistration',
  NullTelemetryClient: 'botTelemetryClient',
  StringUtils: 'stringUtils',
  TurnContext: 'turnContext',
  TurnContextStateCollection: 'turnContextStateCollection',
};

function partOf(_, name) {
  if (name === '__esModule') return true;
  const file = STANDS_IN[name];
  return file === undefined ? wholePackage()[name] : require(`botbuilder-core/lib/${file}`)[name];
}

let whole;

function wholePackage() {
  if (whole === undefined) {
    delete require.cache[INDEX];
    whole = require(INDEX);
  }
  return whole;
}

module.exports = new Proxy({}, { get: partOf });

// Whoever requires the package from here on is given this.
require.cache[INDEX] = module;
