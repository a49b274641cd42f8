import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { endPostHolder, type StaffFile } from '@/api/generated';
import { Button, Name, Tag } from '@/components';
import type { Change } from './change';
import { PersonSection } from './PersonSection';
import { Moment } from './Moment';

/** The posts somebody holds, with whom, and taking one from them. */
export function PersonPosts({
  person,
  onAsk,
}: {
  person: StaffFile;
  onAsk: (change: Change) => void;
}) {
  const { t } = useTranslation('people');
  return (
    <PersonSection
      id="person-posts"
      title={t('posts.title')}
      none={t('posts.noneHeld')}
      rows={person.holdings}
      rowKey={(one) => one.holderId}
      columns={[
        {
          key: 'post',
          header: t('field.post'),
          rowHeader: true,
          cell: (one) => (
            <>
              <Name of={one} /> <Tag>{t(`part.${one.part}`)}</Tag>
              {one.acting && <Tag tone="good">{t('acting')}</Tag>}
            </>
          ),
        },
        { key: 'level', header: t('field.level'), cell: (one) => t(`level.${one.level}`) },
        {
          key: 'others',
          header: t('posts.with'),
          cell: (one) =>
            one.others.length === 0
              ? '–'
              : one.others.map((other) => (
                  <span key={other.holderId}>
                    <Link href={`/staff/people/${encodeURIComponent(other.account)}`}>
                      <Name of={other} />
                    </Link>{' '}
                    <Tag tone={other.acting ? 'good' : 'plain'}>{t(`part.${other.part}`)}</Tag>
                  </span>
                )),
        },
        { key: 'from', header: t('from'), cell: (one) => <Moment at={one.from} /> },
        { key: 'until', header: t('until'), cell: (one) => <Moment at={one.until} /> },
        {
          key: 'way',
          header: t('way'),
          cell: (one) =>
            person.manageable && one.state !== 'over' ? (
              <Button
                look="quiet"
                onClick={() =>
                  onAsk({
                    title: t('posts.end', { post: one.name }),
                    send: async (_, dryRun) =>
                      (
                        await endPostHolder({
                          path: { id: one.postId, holderId: one.holderId },
                          query: { dryRun },
                          throwOnError: true,
                        })
                      ).data,
                  })
                }
              >
                {t('posts.take')}
              </Button>
            ) : (
              t(`stage.${one.state}`)
            ),
        },
      ]}
    />
  );
}
