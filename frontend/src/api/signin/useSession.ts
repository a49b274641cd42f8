import { useSyncExternalStore } from 'react';
import { sessionState, type SessionState, subscribeToSession } from './session';

export function useSession(): SessionState {
  return useSyncExternalStore(subscribeToSession, sessionState);
}
