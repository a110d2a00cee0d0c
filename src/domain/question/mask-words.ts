const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Capitalised, and nobody's: what a message may keep. Lower case. */
export const PUBLIC_WORDS = set(`
i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december spring summer autumn winter
christmas easter lent advent ramadan eid diwali vaisakhi passover purim hanukkah chanukah yom kippur rosh hashanah shabbat sabbath jummah jumu'ah
christian christians muslim muslims jewish jew jews hindu hindus sikh sikhs buddhist buddhists catholic anglican methodist baptist quaker islam god bible quran torah
mosque church synagogue gurdwara temple mandir chapel cathedral masjid vicar rabbi imam priest reverend rev revd bishop canon granthi pastor minister father
mr mrs ms miss dr sir dame lord lady cllr councillor councillors mp mps mayor member members speaker officer inspector sergeant constable pc
police council parliament government commons lords house office home crown party station team teams county borough parish ward
british english welsh scottish irish european uk england scotland wales britain ireland westminster senedd holyrood stormont london
facebook twitter instagram whatsapp telegram tiktok youtube snapchat linkedin google gmail outlook microsoft apple android iphone ipad alexa strava amazon zoom ring nextdoor
act blue book bridger operation prevent protectuk run hide tell true vision crimestoppers martyn's anti-terrorist hotline action fraud citizenaid
labour conservative conservatives tory tories liberal democrat democrats green greens reform plaid cymru snp
she her he his him they them mum dad mother father wife husband sister brother son daughter woman man lady gentleman women men bhai
hello hi dear morning afternoon evening thanks thank please sorry yes no ok okay
pwy diolch hoffwn cefais pryd cafodd ydy ydi gwelais roedd oedd ddylwn ddylai dylai rhoddodd torrodd sawl fydd welais dydd pam mae sut beth oes mae'r mae'n
rwy'n dwi'n gallwn alla allaf pa faint ble lle yn y yr
kya kaise shukriya mainu assalamualaikum assalamu salaam salam sat sri akal kithe hamare mere meri mera jaldi agar jab koi`);

/** Written in capitals because it is short for something public. */
export const ACRONYMS = set(`
uk mp mps ms msp mla cctv pin id gp dbs nhs bbc itv sms faq pdf tv vpn usb qr url it ai cps npcc ct ctp pcc pcso csas sro sar upvc led ssl gdpr ico dvla
hmrc eu gps suv bme lgbt iphone act ied ireland ok rsvp pa hr wi-fi wifi app 2fa mfa pc diy asap fyi btw am pm sos ny usa snp dup sdlp`);

/** What announces a name, even one in small letters. */
export const ANNOUNCES =
  /\b((?:(?:mr|mrs|ms|miss|dr|cllr|revd?)\.?|(?:name is|name's|named|surname is|called|signed))\s+)(\p{L}[\p{L}'’-]+)/giu;

/** Words that follow such an announcement and name nobody. */
export const NO_NAMES = set(`
a an the is was has had said says and or who that in on of at for to from with by will can should would did does not my our your his her their this it
out back off up down about names so if when as then again in into me us you him them police asked came`);
