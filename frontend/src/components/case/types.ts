/** A case's history as the API gives it; written down again because components don't know the API. */
export interface HistoryView {
  at: string;
  kind:
    | 'submitted'
    | 'accepted'
    | 'deemedAccepted'
    | 'refused'
    | 'correctionRequested'
    | 'originalsRequested'
    | 'originalsReceived'
    | 'supplemented'
    | 'advanced'
    | 'returned'
    | 'paused'
    | 'resumed'
    | 'extended'
    | 'decided'
    | 'closed'
    | 'withdrawn'
    | 'greenMarked'
    | 'reopened'
    | 'migrated'
    | 'lateMaterials'
    | 'promiseBroken'
    | 'revoked';
  stepId?: string | undefined;
  toStepId?: string | undefined;
  by?: string | undefined;
  byEn?: string | undefined;
  /** The absent colleague in whose post it was done. */
  actingFor?: string | undefined;
  actingForEn?: string | undefined;
  /** Number of the letter of authority it rests on. */
  authorisation?: string | undefined;
  confirmedBy?: string | undefined;
  confirmedByEn?: string | undefined;
  riskConfirmed?: boolean | undefined;
  reason?: string | undefined;
  extendedBy?: number | undefined;
  undone?: readonly string[] | undefined;
  green?: { name: string; nameEn: string; basis: string } | undefined;
  review?:
    | {
        authority: string;
        documentNumber: string;
        decidedOn: string;
        former: 'withdrawn' | 'kept';
        clockFrom: string;
      }
    | undefined;
  move?: { fromVersion: number; toVersion: number } | undefined;
  missing?: readonly { materialCode?: string | undefined; what: string }[] | undefined;
}

type NoticeWay = 'sms' | 'email' | 'inApp';

type NoticeStatus = 'waiting' | 'sent' | 'delivered' | 'failed';

/** How far a message got by one way. */
export interface DeliveryView {
  channel: NoticeWay;
  status: NoticeStatus;
  attempts?: number | undefined;
  sentAt?: string | undefined;
  settledAt?: string | undefined;
  failure?: 'refused' | 'givenUp' | 'notDelivered' | 'tooLate' | undefined;
  nextAttemptAt?: string | undefined;
}

export interface NoticeView {
  channel: NoticeWay;
  recipient?: string | undefined;
  recipients?: { sms?: string | undefined; email?: string | undefined } | undefined;
  text: string;
  textEn?: string | undefined;
  createdAt: string;
  status: NoticeStatus;
  deliveries?: readonly DeliveryView[] | undefined;
}
