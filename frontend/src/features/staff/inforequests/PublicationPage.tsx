import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { publishInfoRequest } from '@/api/generated';
import { proposeInfoRequestPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { RedactionForm, type Redacted } from '../RedactionForm';
import styles from './Requests.module.css';
import { requestPath } from './RequestsPage';

/** Looking through what the machine has marked before an answer is published for all. */
export function PublicationPage() {
  const { t } = useTranslation(['inforequests', 'inforequest', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const infoRequestNumber = decodeURIComponent(number);
  const found = useQuery({
    ...proposeInfoRequestPublicationOptions({ path: { infoRequestNumber } }),
    staleTime: 0,
    retry: false,
  });
  const publish = useMutation({
    mutationFn: (body: Redacted) =>
      publishInfoRequest({ path: { infoRequestNumber }, body, throwOnError: true }),
    onSuccess: () => void found.refetch(),
  });
  usePageTitle(t('publish.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href={requestPath(infoRequestNumber)}>{infoRequestNumber}</Link>
      </p>
      <h1>{t('publish.title')}</h1>
      <p className="lead">{t('publish.lead')}</p>
      {found.isPending && <Loading lines={8} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data?.public && (
        <p role="status">
          <Tag tone="good">{t('publish.public')}</Tag>
        </p>
      )}
      {found.data && (
        <RedactionForm
          key={String(found.data.public)}
          of={found.data}
          texts={{
            marks: t('publish.marks'),
            title: t('inforequest:field.title'),
            question: t('publish.question'),
            answer: t('publish.answer'),
            send: t(found.data.public ? 'publish.again' : 'publish.send'),
          }}
          sending={publish}
        />
      )}
    </div>
  );
}
