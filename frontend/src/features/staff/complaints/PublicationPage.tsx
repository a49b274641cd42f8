import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { publishComplaint, withdrawComplaintPublication } from '@/api/generated';
import { proposeComplaintPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { usePageTitle } from '@/lib/title';
import { Publishing } from '../matters/Publishing';
import { complaintPath } from './ComplaintsPage';

/** Publishing a question with its answer. */
export function PublicationPage() {
  const { t } = useTranslation(['complaints', 'complaint', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const complaintNumber = decodeURIComponent(number);
  const path = { complaintNumber };
  const found = useQuery({
    ...proposeComplaintPublicationOptions({ path }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(t('publish.title'), t('common:site.name'));
  return (
    <Publishing
      number={complaintNumber}
      href={complaintPath(complaintNumber)}
      found={found}
      texts={{
        heading: t('publish.title'),
        lead: t('publish.lead'),
        public: t('publish.public'),
        marks: t('publish.marks'),
        title: t('complaint:field.subject'),
        question: t('publish.question'),
        answer: t('complaint:answer'),
        send: t('publish.send'),
        again: t('publish.again'),
        withdraw: t('publish.withdraw'),
        reason: t('publish.reason'),
      }}
      publish={(body) => publishComplaint({ path, body, throwOnError: true })}
      withdraw={(reason) =>
        withdrawComplaintPublication({ path, body: { reason }, throwOnError: true })
      }
    />
  );
}
