/**
 * How a test file's modules come to be: our own once for each file, as ever, so that no file finds what another one left
 * in them; packages once for each process, as Node loads them. Loading them anew took more than most test files do.
 * A package that a test replaces (`jest.mock`) would have to be named below.
 */
const { createRequire, isBuiltin } = require('node:module');
const { join, sep } = require('node:path');
const { Script, constants } = require('node:vm');

const { default: Runtime } = require('jest-runtime');

/** Changes what Node itself does as it is loaded, and leaves it changed: anew for each file. Jest's own are its affair. */
const OURS_ALONE = /^(nock|expect|jest|@jest)([-/]|$)/;
const PACKAGES = `${sep}node_modules${sep}`;

// Before anything of botbuilder is loaded, as in the service: only the parts of it that are used.
require(join(__dirname, '../../src/conversation/botbuilderParts.cjs'));

class TestRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    this.executor.compile = (source, path) => compile(source, path, this.executor.injectedModuleParameters);
  }

  requireModuleOrMock(from, name) {
    return isPackage(name) && !from.includes(PACKAGES)
      ? createRequire(from)(name)
      : super.requireModuleOrMock(from, name);
  }
}

/** A path, a part of Node and what is named above are not meant. */
function isPackage(name) {
  return /^[@a-z]/i.test(name) && !isBuiltin(name) && !OURS_ALONE.test(name);
}

/**
 * The function a module is. V8 knows a source it has compiled before, however many files load it. The name of the file is
 * enough for what an `import()` in it is relative to.
 */
function compile(source, filename, parameters) {
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const wrapped = `(function (${parameters.join(', ')}) {${source}\n})`;
  return new Script(wrapped, { filename, importModuleDynamically }).runInThisContext();
}

module.exports = { __esModule: true, default: TestRuntime };
