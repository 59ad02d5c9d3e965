import type { Decision, Referral } from '../../../src/vocabulary';
import { summary, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const CASE = '/staff/work/concern-kayla';
const AT = '2026-11-22T23:50:00.000Z';

const BY_PHONE: Referral = {
  by: 'amira',
  madeAt: AT,
  written: { sent: false, dueAt: '2026-11-23T17:00:00.000Z' },
  awareBy: 'amira',
  awareAt: AT,
  reasonForDelay: null,
};

const DECIDED: Decision = {
  concern: 'concern-kayla',
  by: 'amira',
  at: AT,
  referred: true,
  to: 'Social care',
  reference: null,
  reason: 'hit',
  toldYoungPerson: 'yes',
  whyNotTold: null,
  referral: BY_PHONE,
};

const acts = [{ act: 'decided', by: 'amira', as: 'duty-lead', at: AT }] as const;
const desk = useDesk((house) => {
  house.cases = [wholeCase({ summary: summary({ acts }), decisions: [DECIDED] })];
});

describe('the reply to a referral', () => {
  test('is noted by the lead with what they answered', async () => {
    const lead = await desk.readerAt('amira', CASE);
    expect((await lead.get(CASE)).text).toContain('What did they answer?');
    expect((await lead.post(`${CASE}/reply`, { reply: 'they-ask-more' })).location).toBe(`${CASE}?done=reply`);
    expect(desk.house.askedFor('recordReferralReply')).toEqual([
      { concern: 'concern-kayla', by: 'amira', reply: 'they-ask-more' },
    ]);
  });

  test.each([
    ['nothing', {}],
    ['an answer nobody can give', { reply: 'they-are-cross' }],
  ])('is not noted when %s is chosen: the page asks again', async (_, form) => {
    const lead = await desk.readerAt('amira', CASE);
    const again = await lead.post(`${CASE}/reply`, form);
    expect(again.status).toBe(400);
    expect(again.text).toContain('Say what they answered');
    expect(desk.house.askedFor('recordReferralReply')).toEqual([]);
  });

  test('is not the mentor’s to note', async () => {
    const mentor = await desk.readerAt('sam', CASE);
    expect((await mentor.get(CASE)).text).not.toContain('What did they answer?');
    expect((await mentor.post(`${CASE}/reply`, { reply: 'they-act' })).status).toBe(404);
    expect(desk.house.askedFor('recordReferralReply')).toEqual([]);
  });

  test('is asked for no more once it is noted', async () => {
    const history = [{ name: 'referral-reply-recorded', at: '2026-11-22T23:52:00.000Z', data: {} }] as const;
    desk.house.cases = [wholeCase({ summary: summary({ acts }), decisions: [DECIDED], history })];
    const lead = await desk.readerAt('amira', CASE);
    expect((await lead.get(CASE)).text).not.toContain('What did they answer?');
    expect((await lead.post(`${CASE}/reply`, { reply: 'they-act' })).status).toBe(404);
  });

  test('that the house refuses to note is not said to be noted', async () => {
    desk.house.refuseWith = { result: 'refused', why: 'about-you' };
    const lead = await desk.readerAt('amira', CASE);
    expect((await lead.post(`${CASE}/reply`, { reply: 'they-act' })).status).toBe(404);
  });
});

describe('the follow-up in writing', () => {
  test('that is owed is shown with its day, and noted by the lead as sent', async () => {
    const lead = await desk.readerAt('amira', CASE);
    expect((await lead.get(CASE)).text).toContain('The written follow-up is owed');
    expect((await lead.post(`${CASE}/follow-up`, {})).location).toBe(`${CASE}?done=follow-up`);
    expect(desk.house.askedFor('recordFollowUp')).toEqual([{ concern: 'concern-kayla', by: 'amira' }]);
  });

  test('is not the mentor’s to note', async () => {
    const mentor = await desk.readerAt('sam', CASE);
    expect((await mentor.post(`${CASE}/follow-up`, {})).status).toBe(404);
    expect(desk.house.askedFor('recordFollowUp')).toEqual([]);
  });

  test.each<[string, Partial<Decision>]>([
    ['it was sent with the referral', { referral: { ...BY_PHONE, written: { sent: true } } }],
    ['nothing was referred', { referred: false, referral: null }],
  ])('is owed by nobody where %s', async (_, more) => {
    desk.house.cases = [wholeCase({ summary: summary({ acts }), decisions: [{ ...DECIDED, ...more }] })];
    const lead = await desk.readerAt('amira', CASE);
    expect((await lead.get(CASE)).text).not.toContain('The written follow-up is owed');
    expect((await lead.post(`${CASE}/follow-up`, {})).status).toBe(404);
  });
});
