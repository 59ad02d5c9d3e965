import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();

describe('an act so plain that no game, meal or match beside it makes it play', () => {
  it.each([
    'my brother stabbed me with a safety pin',
    'i got jumped by my cousins',
    'he beat me up for losing at fortnite',
    'he hits mum when arsenal lose on fifa',
    'my dad locked me in the loo the handle came off',
    'a stranger in our garden looking in my window',
    'he got the knife to cut my cake and put it to mums neck',
    'overdosed on my hayfever tablets',
    'he jumped on me after i scored and pulled my shorts down',
    'im going to kill myself on bonfire night',
    '24 from roblox wants to meet saturday',
    'dont ring now dad will hear',
    'he wont let me out of bed',
    'he followed me on snap and wants nudes',
  ])('is heard: %s', (text) => expect(judge(text).level).toMatch(/urgent|immediate/));

  it.each([
    'got jumped by my dog when i got in',
    'we got locked in the classroom by miss as a joke',
    'theres a man at the window cleaning it',
    'mum took 20 tablets back to boots',
    'i had 30 vitamins left so mum didnt buy more',
    'wrote goodbye letters to everyone in year 6 for leavers',
    'my cousin is 24 and on discord hes coming saturday',
    'dont ring now im at the cinema',
    'nan stuck a pin in my hem for prom',
    'he strangled his brother in mario kart',
  ])('and its twin alarms nobody: %s', (text) => expect(judge(text).level).toBe('none'));
});

describe('somebody taken ill where the writer is', () => {
  it.each([
    'mums having a seizure',
    'my mum wont wake up',
    'my nan fell and shes bleeding',
    'my little sister ate a nut and her face is swelling up',
    'my dads having a heart attack',
    'my brother isnt breathing properly',
    'my stepdad has overdosed on heroin',
    'grandads face has dropped on one side and he cant talk',
    'im having an asthma attack and my inhaler is empty',
  ])('is danger now: %s', (text) => expect(judge(text).level).toBe('immediate'));

  it.each([
    'mum had a fit when she saw my room',
    'nan nearly had a heart attack when she saw the bill',
    'my brother wont wake up for school',
    'my nan had a stroke last year shes doing well now',
    'my sister fell off her bike but shes ok just a graze',
    'my mate fell off the stage and bled on his shirt, three plasters, hes a legend',
    'the lady choked on her tea laughing',
    'nan overdosed on mince pies',
    'my lips are blue from the slush',
  ])('and only a way of speaking, or over: %s', (text) => expect(judge(text).level).toBe('none'));
});
