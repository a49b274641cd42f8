import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { publishInfoRequest, withdrawInfoRequestPublication } from '@/api/generated';
import { proposeInfoRequestPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { usePageTitle } from '@/lib/title';
import { Publishing } from '../matters/Publishing';
import { requestPath } from './RequestsPage';

/** Publishing for all what was given to one. */
export function PublicationPage() {
  const { t } = useTranslation(['inforequests', 'inforequest', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const infoRequestNumber = decodeURIComponent(number);
  const path = { infoRequestNumber };
  const found = useQuery({
    ...proposeInfoRequestPublicationOptions({ path }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(t('publish.title'), t('common:site.name'));
  return (
    <Publishing
      number={infoRequestNumber}
      href={requestPath(infoRequestNumber)}
      found={found}
      texts={{
        heading: t('publish.title'),
        lead: t('publish.lead'),
        public: t('publish.public'),
        marks: t('publish.marks'),
        title: t('inforequest:field.title'),
        question: t('publish.question'),
        answer: t('publish.answer'),
        send: t('publish.send'),
        again: t('publish.again'),
        withdraw: t('publish.withdraw'),
        reason: t('publish.reason'),
      }}
      publish={(body) => publishInfoRequest({ path, body, throwOnError: true })}
      withdraw={(reason) =>
        withdrawInfoRequestPublication({ path, body: { reason }, throwOnError: true })
      }
    />
  );
}
