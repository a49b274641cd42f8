import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { publishClue, withdrawCluePublication } from '@/api/generated';
import { proposeCluePublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { usePageTitle } from '@/lib/title';
import { Publishing } from '../matters/Publishing';
import { cluePath } from './words';

/** Publishing a typical case without names, or a clearing that was wished for. */
export function PublicationPage() {
  const { t } = useTranslation(['clues', 'common']);
  const { number = '' } = useParams<{ number: string }>();
  const clueNumber = decodeURIComponent(number);
  const path = { clueNumber };
  const found = useQuery({
    ...proposeCluePublicationOptions({ path }),
    staleTime: 0,
    retry: false,
  });
  usePageTitle(t('publish.title'), t('common:site.name'));
  return (
    <Publishing
      number={clueNumber}
      href={cluePath(clueNumber)}
      found={found}
      texts={{
        heading: t('publish.title'),
        lead: t('publish.lead'),
        public: t('publish.public'),
        marks: t('publish.marks'),
        title: t('field.title'),
        question: t('publish.facts'),
        answer: t('publish.result'),
        send: t('publish.send'),
        again: t('publish.again'),
        withdraw: t('publish.withdraw'),
        reason: t('publish.reason'),
      }}
      publish={(body) => publishClue({ path, body, throwOnError: true })}
      withdraw={(reason) => withdrawCluePublication({ path, body: { reason }, throwOnError: true })}
    />
  );
}
