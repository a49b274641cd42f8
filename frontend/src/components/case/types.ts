/** A case's history as the API gives it; written down again because components don't know the API. */
export interface HistoryView {
  at: string;
  kind:
    | 'submitted'
    | 'accepted'
    | 'deemedAccepted'
    | 'refused'
    | 'correctionRequested'
    | 'supplemented'
    | 'advanced'
    | 'returned'
    | 'paused'
    | 'resumed'
    | 'extended'
    | 'decided'
    | 'closed'
    | 'withdrawn';
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
  reason?: string | undefined;
  extendedBy?: number | undefined;
  undone?: readonly string[] | undefined;
  missing?: readonly { materialCode?: string | undefined; what: string }[] | undefined;
}

export interface NoticeView {
  channel: 'sms' | 'inApp';
  recipient?: string | undefined;
  text: string;
  textEn?: string | undefined;
  createdAt: string;
  status: 'waiting' | 'sent' | 'failed';
}
