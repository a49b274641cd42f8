import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { publishCouncilTopic, withdrawCouncilPublication } from '@/api/generated';
import { proposeCouncilPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { usePageTitle } from '@/lib/title';
import { Publishing } from '../matters/Publishing';
import { topicPath } from './TopicsPage';

/** Publishing for all what a member asked and a department answered. */
export function PublicationPage() {
  const { t } = useTranslation(['council', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const councilTopicNumber = decodeURIComponent(number);
  const path = { councilTopicNumber };
  const found = useQuery({
    ...proposeCouncilPublicationOptions({ path }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(t('publish.heading'), t('common:site.name'));
  return (
    <Publishing
      number={councilTopicNumber}
      href={topicPath(councilTopicNumber)}
      found={found}
      texts={{
        heading: t('publish.heading'),
        lead: t('publish.lead'),
        public: t('publish.public'),
        marks: t('publish.marks'),
        title: t('publish.title'),
        question: t('publish.question'),
        answer: t('publish.answer'),
        send: t('publish.send'),
        again: t('publish.again'),
        withdraw: t('publish.withdraw'),
        reason: t('publish.reason'),
      }}
      publish={(body) => publishCouncilTopic({ path, body, throwOnError: true })}
      withdraw={(reason) =>
        withdrawCouncilPublication({ path, body: { reason }, throwOnError: true })
      }
    />
  );
}
