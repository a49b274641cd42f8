import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDocuments } from '@/api/generated';
import { ButtonLink, Loading, Problem } from '@/components';
import { DocumentReader } from '@/components/document';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';

/** One of a case's documents, for whoever holds the case. */
export function OneDocument({
  found,
  id,
  back,
}: {
  found: UseQueryResult<CaseDocuments>;
  id: string;
  back: string;
}) {
  const { t } = useTranslation(['documents', 'common']);
  const language = useLanguage();
  const document = found.data?.items.find((each) => each.id === id);
  const title = document && (language === 'en' ? document.titleEn : document.title);
  usePageTitle(document ? `${title} ${document.number}` : t('title'), t('common:site.name'));
  if (document) {
    return (
      <div className="wrap">
        <DocumentReader document={document} back={back} backText={t('reader.toCase')} />
      </div>
    );
  }
  const problem = found.error ? toProblem(found.error) : undefined;
  const missing = found.data !== undefined || problem?.status === 404 || problem?.status === 400;
  return (
    <div className="wrap" style={{ paddingBlock: 'var(--space-6)' }}>
      <h1>{missing ? t('reader.notFound') : t('title')}</h1>
      {missing ? (
        <>
          <p className="lead">{t('reader.notFoundText')}</p>
          <ButtonLink href="/track">{t('reader.toTrack')}</ButtonLink>
        </>
      ) : problem ? (
        <Problem problem={problem} onRetry={() => void found.refetch()} />
      ) : (
        <Loading lines={10} />
      )}
    </div>
  );
}
