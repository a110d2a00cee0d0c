import type {
  Jurisdiction,
  ResourceAudience,
  ResourceStatus,
  ResourceTopic,
  ResourceType,
} from './resource.js';

export const AUDIENCE_FACET_LABELS: Readonly<Record<ResourceAudience, string>> = {
  'elected-officials': 'Elected officials',
  candidates: 'Candidates',
  'private-office': 'Private office staff',
  'faith-leaders': 'Faith leaders',
  'local-authorities': 'Local authorities',
  businesses: 'Businesses',
  police: 'Police',
  everyone: 'Everyone',
};

export const TOPIC_LABELS: Readonly<Record<ResourceTopic, string>> = {
  'personal-security': 'Personal security',
  'home-security': 'Security at home',
  'premises-security': 'Security of premises',
  'online-security': 'Online security',
  travel: 'Travel',
  post: 'Post and parcels',
  'lone-working': 'Lone working',
  'abuse-and-intimidation': 'Abuse and intimidation',
  'terrorism-awareness': 'Terrorism awareness',
  'attack-response': 'What to do in an attack',
  'suspicious-activity': 'Suspicious activity',
  radicalisation: 'Radicalisation',
  reporting: 'Reporting',
  'first-aid': 'First aid',
  'community-security': 'Community security',
  'risk-assessment': 'Risk assessment',
  funding: 'Funding',
  law: 'Law',
  liaison: 'Police liaison',
};

export const TYPE_LABELS: Readonly<Record<ResourceType, string>> = {
  guide: 'Guide',
  'e-learning': 'E-learning',
  video: 'Film',
  toolkit: 'Toolkit',
  leaflet: 'Leaflet',
  app: 'App',
  scheme: 'Scheme',
  'reporting-line': 'Reporting line',
  legislation: 'Legislation',
  news: 'News',
};

export const JURISDICTION_LABELS: Readonly<Record<Jurisdiction, string>> = {
  uk: 'United Kingdom',
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export const STATUS_LABELS: Readonly<Record<ResourceStatus, string>> = {
  current: 'Current',
  moved: 'Moved',
  superseded: 'Replaced by a newer edition',
  retired: 'No longer published',
  seasonal: 'New every season',
  restricted: 'On request only',
  changed: 'Changed since',
  unknown: 'Address to be checked',
};
