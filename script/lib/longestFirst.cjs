/**
 * Which test files begin first: those that take a minute or more, so that no core is left with one of them at the end
 * while the others stand idle. The rest come as jest would have them: what failed or took long the last time, then by size.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const LONGEST = [
  'house/image',
  'tools/liveGate',
  'safeguarding/metamorphic',
  'audit/auditor',
  'channels/web/page',
  'tools/rehearse',
  'record/embedded/embedded',
  'staff/browser',
  'record/backup/backup',
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`test/${name}.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};

module.exports.LONGEST = LONGEST;
