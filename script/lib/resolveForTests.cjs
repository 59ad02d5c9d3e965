/**
 * Where a test finds a module: as everywhere, but for `botbuilder-core`, which is given in parts as in the service.
 * Jest keeps modules apart for each test file, so the whole package was loaded three hundred times.
 */
const { join } = require('node:path');

const PARTS = join(__dirname, '../../src/conversation/botbuilderParts.cjs');
const INDEX = require.resolve('botbuilder-core');

/** Asked for by its own path it is the whole package: so the parts ask for what they do not have. */
module.exports = function resolve(path, options) {
  const found = options.defaultResolver(path, options);
  return found === INDEX && path !== INDEX ? PARTS : found;
};
