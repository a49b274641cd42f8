import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameOwnMembership, type OwnMembership } from '@/api/generated';
import { Button, DateTime, KeyFacts, Problem, Tag } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './Council.module.css';

/** One's own appointment: as what, by whom, until when, and whether one is named in public. */
export function Membership({ of }: { of: OwnMembership }) {
  const { t } = useTranslation('council');
  const queries = useQueryClient();
  const naming = useMutation({
    mutationFn: (named: boolean) => nameOwnMembership({ body: { named }, throwOnError: true }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section aria-labelledby="membership">
      <h2 id="membership">{t('own.title')}</h2>
      <KeyFacts
        compact
        facts={[
          {
            label: t('own.as'),
            value: t(`kind.${of.kind}`),
            note: (
              <Tag tone={of.state === 'serving' ? 'good' : 'bad'}>{t(`member.${of.state}`)}</Tag>
            ),
            strong: true,
          },
          { label: t('own.certificate'), value: <span lang="zh-CN">{of.certificate}</span> },
          { label: t('own.by'), value: <span lang="zh-CN">{of.appointedBy}</span> },
          {
            label: t('own.term'),
            value: (
              <>
                <DateTime value={of.servesFrom} as="date" /> –{' '}
                <DateTime value={of.servesUntil} as="date" />
              </>
            ),
          },
          ...(of.endedOn
            ? [
                {
                  label: t('own.ended'),
                  value: <DateTime value={of.endedOn} as="date" />,
                  note: <span lang="zh-CN">{of.endedWhy}</span>,
                },
              ]
            : []),
        ]}
      />
      {of.state === 'serving' && (
        <div className={`${styles.ways} ${styles.naming}`}>
          <span>{t(of.named ? 'own.named' : 'own.notNamed')}</span>
          <Button look="secondary" busy={naming.isPending} onClick={() => naming.mutate(!of.named)}>
            {t(of.named ? 'own.unname' : 'own.name')}
          </Button>
        </div>
      )}
      {naming.error && <Problem problem={toProblem(naming.error)} />}
    </section>
  );
}
