import { sayChannels } from '../../../src/app/mending/sayStanding';
import { aPractitioner, aRoster } from '../../harness/people';

const NOW = '2026-11-22T23:55:00.000Z';
const sam = aPractitioner();
const NOTHING_ELSE = { behind: [], signatureRefusedAt: null, messageRefusedAt: null, auditorBeatAt: NOW };

const saidOf = (by: 'sms' | 'voice' | 'email') => {
  const failing = [{ practitioner: sam.id, by, at: NOW }];
  const said = sayChannels({ ...NOTHING_ELSE, failing }, aRoster({ practitioners: [sam] }), NOW, false);
  return said.map(({ what, give }) => `${what} ${give}`).join(' ');
};

test('a call that nobody answered is said to have reached nobody, not to have gone wrong', () => {
  expect(saidOf('voice')).toContain(`The last call to ${sam.name} reached nobody, 11:55pm.`);
  expect(saidOf('voice')).not.toContain('did not arrive');
});

test.each([
  ['sms', 'number'],
  ['email', 'address'],
] as const)('what did not arrive by %s asks after the %s alone', (by, what) => {
  expect(saidOf(by)).toContain(`Ask them whether the ${what} in the roster is still theirs`);
});
