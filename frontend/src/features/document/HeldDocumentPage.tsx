import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trackDocuments } from '@/api/generated';
import { OneDocument } from './OneDocument';

/** A document by the case's number and code, which are in the fragment and never in the address. */
export function HeldDocumentPage() {
  const [held] = useState(() => new URLSearchParams(window.location.hash.slice(1)));
  const body = {
    caseNumber: (held.get('number') ?? '').slice(0, 40) || '-',
    trackingCode: (held.get('code') ?? '').slice(0, 40) || '-',
  };
  const found = useQuery({
    queryKey: ['documents', body],
    queryFn: async ({ signal }) =>
      (await trackDocuments({ body, signal, throwOnError: true })).data,
    gcTime: 0,
  });
  const back = `/track#${new URLSearchParams({ number: body.caseNumber, code: body.trackingCode })}`;
  return <OneDocument found={found} id={held.get('document') ?? ''} back={back} />;
}
