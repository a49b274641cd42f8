import { useTranslation } from 'react-i18next';
import { DocumentList } from '@/components/document';
import { Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { useCaseDocuments } from './useCaseDocuments';

/** What a case was given in writing; asked for again when the case has moved on. */
export function CaseDocuments({ caseNumber, version }: { caseNumber: string; version: number }) {
  const { t } = useTranslation(['documents', 'common']);
  const { data, error, refetch } = useCaseDocuments(caseNumber, version);
  if (data) {
    return data.items.length === 0 ? (
      <p className="quiet">{t('none')}</p>
    ) : (
      <DocumentList
        documents={data.items}
        href={(document) => `/staff/cases/${caseNumber}/documents/${document.id}`}
      />
    );
  }
  return error ? (
    <Problem problem={toProblem(error)} onRetry={() => void refetch()} />
  ) : (
    <p className="quiet">{t('common:loading')}</p>
  );
}
