import type { ResourceTopic } from './resource.js';
import { stemOf } from './stem.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(stemOf));

/** The words by which people ask about a topic, as stems (see `stemOf`). A few Welsh ones stand among them. */
export const TOPIC_WORDS: Readonly<Record<ResourceTopic, ReadonlySet<string>>> = {
  'personal-security': words('routine personal safety follow bodyguard habit vary diogelwch personol'),
  'home-security': words('home house flat door lock burglar alarm doorbell fence light neighbour cartref'),
  'premises-security': words(
    'building premise office surgery mosque church synagogue temple gurdwara worship entrance gate cctv camera guard swyddfa mosg eglwys',
  ),
  'online-security': words(
    'online cyber password account phone email phish hack device twitter facebook social media doxx wifi authentication ar-lein',
  ),
  travel: words('travel journey car vehicle drive train taxi route commute hotel teithio'),
  post: words('post parcel letter mail package envelope powder delivery'),
  'lone-working': words('lone alone visit canvass doorstep surgery appointment unig'),
  'abuse-and-intimidation': words(
    'abuse abusive intimidate intimidation harass harassment threat threaten stalk stalker troll insult hate bully bygythiad',
  ),
  'terrorism-awareness': words('terror terrorism terrorist awareness training course act learn threat level'),
  'attack-response': words(
    'attack knife gun firearm shooter weapon marauding run hide tell lockdown evacuate bomb ymosodiad',
  ),
  'suspicious-activity': words(
    'suspicious reconnaissance film photograph watch loiter vigilance vigilant spot drone amheus',
  ),
  radicalisation: words(
    'radicalise radicalisation radicalize prevent extremist extremism ideology vulnerable',
  ),
  reporting: words('report hotline 101 tell police reference incident adrodd'),
  'first-aid': words('first aid bleed tourniquet injured injury casualty trauma kit wound defibrillator'),
  'community-security': words(
    'community hate congregation antisemitic antisemitism islamophobia jewish muslim faith volunteer cymuned',
  ),
  'risk-assessment': words('risk assess assessment plan event audit survey asesiad'),
  funding: words('fund grant money pay cost budget ipsa scheme afford package arian'),
  law: words('law legal offence illegal unlawful act prosecute self-defence duty rights cyfraith'),
  liaison: words('adviser advisor liaison ctsa inspector contact bridger ford spoc'),
};
