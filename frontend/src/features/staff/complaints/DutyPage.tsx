import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { setComplaintDuty } from '@/api/generated';
import { getComplaintDutyOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Loading, Name, Problem, Table, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from '../matters/Matters.module.css';

/** Who answers the direct line on which day. */
export function DutyPage() {
  const { t } = useTranslation(['complaints', 'common']);
  const duty = useQuery({ ...getComplaintDutyOptions(), staleTime: 0 });
  const [day, setDay] = useState('');
  const [account, setAccount] = useState('');
  usePageTitle(t('duty.title'), t('common:site.name'));
  const set = useMutation({
    mutationFn: () =>
      setComplaintDuty({ path: { day }, body: { account: account.trim() }, throwOnError: true }),
    onSuccess: () => void duty.refetch(),
  });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/complaints">{t('list.title')}</Link>
      </p>
      <h1>{t('duty.title')}</h1>
      <p className="lead">{t('duty.lead')}</p>
      {duty.isPending && <Loading lines={4} />}
      {duty.error && <Problem problem={toProblem(duty.error)} />}
      {duty.data && duty.data.length > 0 && (
        <Table
          caption={t('duty.title')}
          rows={duty.data}
          rowKey={(row) => row.day}
          columns={[
            {
              key: 'day',
              header: t('duty.day'),
              rowHeader: true,
              cell: (row) => <DateTime value={row.day} as="date" />,
            },
            { key: 'name', header: t('duty.who'), cell: (row) => <Name of={row} /> },
          ]}
        />
      )}
      <form
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault();
          if (day && account.trim()) set.mutate();
        }}
      >
        <TextField
          type="date"
          label={t('duty.day')}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <TextField
          label={t('duty.account')}
          maxLength={100}
          value={account}
          onChange={({ target }) => setAccount(target.value)}
        />
        <Button type="submit" busy={set.isPending}>
          {t('duty.set')}
        </Button>
      </form>
      {set.error && <Problem problem={toProblem(set.error)} />}
    </div>
  );
}
