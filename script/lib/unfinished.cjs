/**
 * Says, when a run of tests is ended from outside, which files had begun and not ended: a file that hangs prints nothing
 * by itself, and would have to be guessed from those that did.
 */
const { relative } = require('node:path');

module.exports = class Unfinished {
  constructor() {
    this.begun = new Set();
    process.once('SIGTERM', () => this.say());
  }

  onTestFileStart({ path }) {
    this.begun.add(path);
  }

  onTestFileResult({ path }) {
    this.begun.delete(path);
  }

  say() {
    const files = [...this.begun].map((path) => relative(process.cwd(), path));
    process.stderr.write(`The run was ended. What had begun and not ended: ${files.join(', ') || 'nothing'}\n`);
    process.exit(1);
  }
};
