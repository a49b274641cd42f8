import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listCaseDocuments } from '@/api/generated';

/** Each reading is kept in the access trail: only when somebody looks, or the case has moved on. */
export function useCaseDocuments(caseNumber: string, version = 0) {
  return useQuery({
    queryKey: ['caseDocuments', caseNumber, version],
    queryFn: async ({ signal }) =>
      (await listCaseDocuments({ path: { caseNumber }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 60_000,
  });
}
