/**
 * First names that are common among young people in the UK and those around them, so that a name typed in small
 * letters is masked although nobody entered it in the record. Names that are also ordinary words are not here: hiding
 * "will" or "grace" could hide what somebody says happened.
 */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  `aaliyah aaron abbie abdul abdullah abigail adam adele ahmed aidan aiden aisha alan alexander alexandra alfie ali alice
  alisha amelia amy andrew angela anna anthony archie ashley ava ayaan ayesha barry ben benjamin bethany billy brandon
  brian caitlin callum cameron carl caroline catherine charlie charlotte chelsea chloe christopher claire connor courtney
  craig dan daniel darren dave david dean debbie declan dominic donna dylan edward eleanor elizabeth ellie elliot emily
  emma eric erin ethan eva evan evie fatima fiona florence francesca freddie gareth gary gemma george georgia gethin
  hamza hannah harley harrison harry hassan hayley heather helen henry holly hussain ibrahim imran isaac isabella isla
  jackie jacob jade jake jamal james jamie jasmine jason jayden jean jenna jennifer jess jessica joanne joe joel john
  jonathan jordan joseph josh joshua julie kai karen kate katie kayleigh keith kelly ken kerry kevin khadija kian kieran
  kimberley kyle laura lauren leah lee leo leon lewis liam libby lily linda lisa logan louis louise lucas lucy luke mandy
  marcus maria martin mary maryam mason matt matthew maya megan mehmet melissa michael michelle mike millie mohammed
  molly morgan muhammad natalie nathan neil niamh nicola nicole noah olivia oliver oscar owen paige patricia patrick paul
  pete peter phil philip poppy rachel rashid rebecca reece rhys ricardo richard rob robert rory rosie ruby ryan sam
  samantha samuel sandra sara sarah scott sean sebastian shane shannon sharon shaun simon sofia sophia sophie stacey
  stephen steve steven stuart susan tahir tariq taylor terry theo thomas tia tim toby tom tommy tony tracey tyler tyrone
  usman victoria vikram wayne yasmin yusuf zac zachary zahra zainab zara zoe`.split(/\s+/),
);

/** Capitals these words may have in mid-sentence without being anybody's name. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  `i im ive id ill ok omg lol idk monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december christmas easter eid ramadan diwali halloween mum mam mom mummy
  dad daddy nan nana gran grandma grandad stepdad stepmum uncle auntie aunt sis bro brother sister sir miss
  english maths science pe welsh french god allah jesus muslim christian sikh hindu jewish
  snapchat snap instagram insta tiktok whatsapp facebook discord youtube roblox fortnite xbox playstation telegram
  tv uk usa a&e camhs nhs send gcse childline police samaritans a`.split(/\s+/),
);
