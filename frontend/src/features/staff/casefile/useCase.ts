import { useQuery } from '@tanstack/react-query';
import { type CaseFile, getCase } from '@/api/generated';

const EVERY = 15_000;

export const caseKey = (caseNumber: string) => ['staffCase', caseNumber] as const;

/** The case as it stands; looked at again every so often, since others work on it too. */
export function useCase(caseNumber: string) {
  return useQuery({
    queryKey: caseKey(caseNumber),
    queryFn: async ({ signal }): Promise<CaseFile> =>
      (await getCase({ path: { caseNumber }, signal, throwOnError: true })).data,
    refetchInterval: EVERY,
    staleTime: 0,
  });
}
