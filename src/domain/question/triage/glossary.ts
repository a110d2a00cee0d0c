/** Welsh words (with their commonest mutations) and Roman Urdu and Punjabi words of this field, and what they are in English. */
const GLOSSARY = `
parsel:parcel barsel:parcel parseli:parcels llythyr:letter llythyrau:letters lythyr:letter lythyrau:letters post:post bost:post amlen:envelope powdwr:powder powdr:powder
drws:door ddrws:door drysau:doors ddrysau:doors clo:lock cloi:lock gloi:lock cloeon:locks gloeon:locks allwedd:key allweddi:keys ffenest:window ffenestr:window ffenestri:windows
cartref:home gartref:home nghartref:home tŷ:house ty:house dŷ:house golau:light goleuadau:lights oleuadau:lights larwm:alarm camera:camera camerâu:cameras gamera:camera gamerâu:cameras gardd:garden
swyddfa:office swyddfeydd:offices adeilad:building adeiladau:buildings capel:chapel gapel:chapel eglwys:church eglwysi:churches mosg:mosque synagog:synagogue neuadd:hall ysgol:school
car:car gar:car ceir:cars cerbyd:vehicle gyrru:drive yrru:drive teithio:travel deithio:travel taith:journey daith:journey llwybr:route trên:train bws:bus tacsi:taxi cerdded:walk gerdded:walk
cyfarfod:meeting gyfarfod:meeting cyfarfodydd:meetings cymhorthfa:surgery gymhorthfa:surgery cymorthfeydd:surgeries etholwr:constituent etholwyr:constituents cynghorydd:councillor cynghorwyr:councillors gynghorwyr:councillors gynghorydd:councillor staff:staff
cyfrinair:password gyfrinair:password cyfrineiriau:passwords gyfrineiriau:passwords cyfrif:account gyfrif:account cyfrifon:accounts ffôn:phone ffon:phone ffonau:phones gliniadur:laptop e-bost:email ebost:email negeseuon:messages neges:message lluniau:photos luniau:photos llun:photo lun:photo lleoliad:location ar-lein:online cymdeithasol:social cyfryngau:media blocio:block flocio:block
heddlu:police swyddog:officer swyddogion:officers heddwas:officer trosedd:crime troseddau:crimes bygythiad:threat fygythiad:threat bygythiadau:threats bygwth:threatening casineb:hate ymosod:attack ymosodiad:attack amheus:suspicious dilyn:following ddilyn:following
gyllell:knife cyllell:knife gwn:gun wn:gun tân:fire dân:fire bom:bomb fom:bomb argyfwng:emergency perygl:danger gwaed:blood torri:broken dwyn:stolen ddwyn:stolen malu:smashed
canfasio:canvassing ganfasio:canvassing taflenni:leaflets daflenni:leaflets poster:poster posteri:posters etholiad:election ymgyrch:campaign ci:dog cŵn:dogs gŵn:dogs protest:protest torf:crowd stiwardiaid:stewards stiward:steward
cynulleidfa:congregation gwasanaeth:service gweddi:prayer addoli:worship dieithriaid:strangers dieithryn:stranger ymwelydd:visitor ymwelwyr:visitors plant:children blant:children teulu:family deulu:family gwirfoddolwyr:volunteers wirfoddolwyr:volunteers
gwacáu:evacuate ymarfer:drill hyfforddiant:training cymorth:aid gwaedu:bleeding cuddio:hide rhedeg:run dweud:tell nos:night tywyll:dark hwyr:late arfer:routine arferion:routines dyddiadur:diary
sleidiau:slides recordiad:recording dolen:link sain:sound clywed:hear tystysgrif:certificate sesiwn:session nesaf:next cofrestru:register diolch:thanks heno:tonight ddoe:yesterday neithiwr:overnight nawr:now rwan:now rŵan:now
parcel:parcel chitthi:letter khat:letter khatt:letter lifafa:envelope dak:post daak:post powder:powder
darwaza:door darwaja:door darwaze:doors booha:door buha:door tala:lock taala:lock taale:locks chabi:key chaabi:key khidki:window baari:window bati:light batti:light lights:lights ghar:home gharon:home
daftar:office masjid:mosque gurdwara:gurdwara gurdware:gurdwara mandir:temple sangat:congregation namaz:prayer namazi:worshippers imam:imam granthi:priest sewadar:stewards sevadar:stewards langar:langar
gaadi:car gaddi:car gadi:car gari:car gaari:car safar:travel rasta:route raste:route raasta:route paidal:walk bus:bus train:train
password:password hisab:account phone:phone tasveer:photo tasveeran:photos tasveerein:photos khabar:news jhooth:fake jhoothi:fake
police:police thana:station afsar:officer jurm:crime dhamki:threat dhamkiyan:threats gaali:abuse gaalan:abuse galiyan:abuse nafrat:hate hamla:attack mashkook:suspicious shak:suspicious shakk:suspicious picha:following peecha:following pichha:following
chaku:knife chaaku:knife churi:knife bandook:gun bandooq:gun pistol:gun aag:fire bomb:bomb khatra:danger khoon:blood tod:smashed tor:smashed todi:smashed chori:stolen
bache:children bachay:children bacche:children khandan:family parivar:family aurat:woman banda:man bande:men admi:man aadmi:man larka:boy larke:boys munda:boy munde:boys gora:man kutta:dog kutte:dogs
jaloos:procession jalsa:rally mela:festival bheed:crowd ikath:crowd chanda:donations golak:collection raat:night andhera:dark kal:yesterday abhi:now hun:now aaj:today ajj:today
awaaz:sound awaz:sound avaaz:sound link:link shukriya:thanks meherbani:thanks dhanvaad:thanks report:report shikayat:complaint hifazat:security hifaazat:security suraksha:security mehfooz:safe surakhiat:safe
`;

const ENGLISH = new Map(
  GLOSSARY.trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** The English for a word of the glossary, else the word itself. */
export function inEnglish(word: string): string {
  return ENGLISH.get(word) ?? word;
}
