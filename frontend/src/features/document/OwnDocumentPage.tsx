import { useQuery } from '@tanstack/react-query';
import { listOwnDocuments } from '@/api/generated';
import { OneDocument } from './OneDocument';

/** A document of one of one's own cases. */
export function OwnDocumentPage({ caseNumber, id }: { caseNumber: string; id: string }) {
  const found = useQuery({
    queryKey: ['documents', caseNumber],
    queryFn: async ({ signal }) =>
      (await listOwnDocuments({ path: { caseNumber }, signal, throwOnError: true })).data,
    gcTime: 0,
  });
  return <OneDocument found={found} id={id} back={`/account/cases/${caseNumber}`} />;
}
