import { createContext, useContext } from 'react';
import type { Account } from '@/api/generated';

export const SignedInAs = createContext<Account | undefined>(undefined);

/** Who is signed in; only within the shell. */
export function useAccount(): Account {
  const account = useContext(SignedInAs);
  if (!account) throw new Error('Nobody is signed in here');
  return account;
}
