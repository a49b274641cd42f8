import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading, Problem, Section } from '@/components';
import { DocumentList } from '@/components/document';
import { toProblem } from '@/lib/problem';
import { documentsOf, type Holder } from './holder';

/** Where one of them is read, for who holds the case like this. */
function page(holder: Holder, document: string): string {
  if (holder.kind === 'account') return `/account/cases/${holder.number}/documents/${document}`;
  const { number, code } = holder;
  return `/documents/view#${new URLSearchParams({ number, code, document })}`;
}

/** What the case was given in writing; asked for again when it has moved on. */
export function CaseDocuments({ holder, version }: { holder: Holder; version: number }) {
  const { t } = useTranslation('documents');
  const { data, error, refetch } = useQuery({
    queryKey: ['trackDocuments', holder, version],
    queryFn: ({ signal }) => documentsOf(holder, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (data?.items.length === 0) return null;
  return (
    <Section id="documents" title={t('title')}>
      {data ? (
        <DocumentList documents={data.items} href={(document) => page(holder, document.id)} />
      ) : error ? (
        <Problem problem={toProblem(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={2} />
      )}
    </Section>
  );
}
