/** Whom a resource is for. */
export type ResourceAudience =
  | 'elected-officials'
  | 'candidates'
  | 'private-office'
  | 'faith-leaders'
  | 'local-authorities'
  | 'businesses'
  | 'police'
  | 'everyone';

/** What a resource is about. */
export type ResourceTopic =
  | 'personal-security'
  | 'home-security'
  | 'premises-security'
  | 'online-security'
  | 'travel'
  | 'post'
  | 'lone-working'
  | 'abuse-and-intimidation'
  | 'terrorism-awareness'
  | 'attack-response'
  | 'suspicious-activity'
  | 'radicalisation'
  | 'reporting'
  | 'first-aid'
  | 'community-security'
  | 'risk-assessment'
  | 'funding'
  | 'law'
  | 'liaison';

export type ResourceType =
  | 'guide'
  | 'e-learning'
  | 'video'
  | 'toolkit'
  | 'leaflet'
  | 'app'
  | 'scheme'
  | 'reporting-line'
  | 'legislation'
  | 'news';

/** Where a resource applies. */
export type Jurisdiction = 'uk' | 'england-and-wales' | 'scotland' | 'northern-ireland';

/**
 * How a resource stands today. `moved` and `superseded` name a replacement where one is known; `seasonal` comes
 * round every year; `restricted` is given out on request; `unknown` means that its address is to be checked.
 */
export type ResourceStatus =
  'current' | 'moved' | 'superseded' | 'retired' | 'seasonal' | 'restricted' | 'changed' | 'unknown';

/** A document of the service that names resources. */
export type NamingDocument =
  | 'letter-2024-01-29'
  | 'security-update-2015-12-17'
  | 'security-update-2016-08-01'
  | 'act-for-local-authorities'
  | 'chief-constables-council-2016';

/** An entry of the guidance library. */
export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Null where there is no public address. */
  readonly url: string | null;
  readonly audience: readonly ResourceAudience[];
  readonly topics: readonly ResourceTopic[];
  readonly jurisdiction: Jurisdiction;
  readonly type: ResourceType;
  readonly status: ResourceStatus;
  /** What to know about the status; empty if nothing. */
  readonly statusNote: string;
  readonly replacementUrl: string | null;
  /** One sentence of our own. */
  readonly summary: string;
  readonly namedIn: readonly NamingDocument[];
  /** False for an entry that is kept on record but never shown: it is no guidance. */
  readonly listed: boolean;
}

/** Where a person is best sent today: the replacement if there is one, otherwise the resource's own address. */
export function addressOf(resource: Resource): string | null {
  return resource.replacementUrl ?? resource.url;
}

/** Whether a resource can be recommended as it is: listed, reachable, not retired and open to the public. */
export function isRecommendable(resource: Resource): boolean {
  const closed = resource.status === 'restricted' || resource.type === 'legislation';
  const gone = resource.status === 'retired' && resource.replacementUrl === null;
  return resource.listed && !closed && !gone && addressOf(resource) !== null;
}
