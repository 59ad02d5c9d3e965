import { later, MINUTE_MS } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a link to sign in with', (record) => {
  it('says how long it works, as whoever made it decided', async () => {
    const at = '2026-11-17T10:00:00.000Z';
    const story = await beginStory(record(), { at });
    const link = 'https://bv.example/staff/sign-in/once';
    await story.acts.sendSignInLink({ practitioner: 'sam', link, expiresAt: later(at, 25 * MINUTE_MS) });
    await story.passes(1);
    story.hears('sam', /works once, within 25 minutes/, 'email');
    story.ends();
  });
});
