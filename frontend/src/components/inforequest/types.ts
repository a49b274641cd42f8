/** What these components show of a request for information, in the contract's words. */
export type ApplicantKind = 'person' | 'organisation';
export type Form = 'electronic' | 'paper' | 'inspection';
export type Way = 'online' | 'email' | 'post' | 'pickUp';

export type DecisionKind =
  | 'alreadyPublic'
  | 'provided'
  | 'partlyProvided'
  | 'refused'
  | 'notExisting'
  | 'notOurs'
  | 'repeated'
  | 'specialRules'
  | 'needsProcessing'
  | 'unreasonable'
  | 'notARequest'
  | 'publishedWork';

export type Ground =
  | 'stateSecret'
  | 'forbiddenByLaw'
  | 'safety'
  | 'commercialSecret'
  | 'personalPrivacy'
  | 'thirdPartyObjects'
  | 'internalAffairs'
  | 'processRecords'
  | 'enforcementFiles';

export type ActKind =
  | 'received'
  | 'acknowledged'
  | 'clarificationAsked'
  | 'supplemented'
  | 'lapsed'
  | 'reasonsAsked'
  | 'reasonsGiven'
  | 'consulted'
  | 'opinionEntered'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'drafted'
  | 'draftReturned'
  | 'released'
  | 'reviewAsked'
  | 'confirmed'
  | 'withdrawn';

export interface Department {
  code: string;
  name: string;
  nameEn?: string | undefined;
}

export interface Decision {
  kind: DecisionKind;
  ground?: Ground | undefined;
  authority?: Department | undefined;
  publicInterest?: boolean | undefined;
  law: string;
  articles: string;
}

/** The written answer, with the last days of what can be done against it. */
export interface Answer {
  decision: Decision;
  words: string;
  answeredAt: string;
  reconsiderationFirst: boolean;
  reconsiderationDays: number;
  reconsiderationBy: string;
  lawsuitMonths: number;
  lawsuitBy: string;
  lawsuitDaysAfter: number;
}

export interface Act {
  number: number;
  kind: ActKind;
  at: string;
  by?: string | undefined;
  byEn?: string | undefined;
  days?: number | undefined;
  consulted?: 'thirdParty' | 'authority' | undefined;
  opinion?: 'agrees' | 'objects' | 'none' | undefined;
  decision?: Decision | undefined;
  words?: string | undefined;
}
