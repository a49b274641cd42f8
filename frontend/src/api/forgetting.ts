import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What everybody may read stays when somebody signs out. */
const PUBLIC = new Set<unknown>([
  'getSite',
  'listDepartments',
  'listRegions',
  'searchPowerItems',
  'getPowerItem',
  'getFlow',
]);

function isPublic([first]: readonly unknown[]): boolean {
  return typeof first === 'object' && first !== null && '_id' in first && PUBLIC.has(first._id);
}

/** What one account saw is not there for the next, whether citizen or staff. */
export function useForgetting(account: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!account) return;
    return () => queries.removeQueries({ predicate: ({ queryKey }) => !isPublic(queryKey) });
  }, [account, queries]);
}
