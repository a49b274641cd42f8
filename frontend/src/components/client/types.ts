export type ShownScope = 'publicRead' | 'tracking' | 'applying';

/** A third-party application, as far as it is shown. */
export interface ShownClient {
  wantedScopes: readonly ShownScope[];
  scopes: readonly ShownScope[];
  perMinute: number;
  perDay: number;
  suspended: boolean;
  contactName: string;
  contact: string;
  registeredAt: string;
}

export interface ShownUsage {
  day: string;
  operation: string;
  calls: number;
  refused: number;
}
