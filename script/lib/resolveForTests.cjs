/**
 * Where a test finds a module: as everywhere, but for `botbuilder-core`, which is given in parts as in the service.
 * Jest keeps modules apart for each test file, so the whole package was loaded three hundred times.
 */
const { dirname, join } = require('node:path');

const PARTS = join(__dirname, '../../src/conversation/botbuilderParts.cjs');
const INDEX = require.resolve('botbuilder-core');

module.exports = function resolve(path, options) {
  const found = options.defaultResolver(path, options);
  return found === INDEX && options.basedir !== dirname(PARTS) ? PARTS : found;
};
