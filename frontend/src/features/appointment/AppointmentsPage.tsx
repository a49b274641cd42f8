import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appointment, trackAppointment } from '@/api/generated';
import {
  listOwnAppointmentsOptions,
  listOwnAppointmentsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useSession } from '@/api/signin/useSession';
import { Button, ButtonLink, Empty, KeysForm, Problem } from '@/components';
import { type Keys, NO_KEYS } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Appointment.module.css';
import { Held } from './Held';

function Own() {
  const { t } = useTranslation('appointment');
  const queries = useQueryClient();
  const own = useQuery(listOwnAppointmentsOptions());
  return (
    <>
      <h2>{t('own')}</h2>
      {own.error && <Problem problem={toProblem(own.error)} />}
      {own.data?.length === 0 && <Empty title={t('ownNone')} />}
      {own.data?.map((each) => (
        <Held
          key={each.number}
          of={each}
          onChanged={() =>
            void queries.invalidateQueries({ queryKey: listOwnAppointmentsQueryKey() })
          }
        />
      ))}
    </>
  );
}

/** Appointments one holds: by number and code, or with an account. */
export function AppointmentsPage() {
  const { t } = useTranslation(['appointment', 'common']);
  const session = useSession();
  const own = session.status === 'in' && session.account.permissions.includes('ownCases.read');
  const [found, setFound] = useState<Appointment>();
  usePageTitle(t('title'), t('common:site.name'));
  const find = useMutation({
    mutationFn: (keys: Keys) => trackAppointment({ body: keys, throwOnError: true }),
    onSuccess: ({ data }) => setFound(data),
  });
  const problem = find.error && toProblem(find.error);
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div>
        <ButtonLink href="/places">{t('toPlaces')}</ButtonLink>
      </div>
      {own && <Own />}
      <h2>{t('find')}</h2>
      {found ? (
        <>
          <Held of={found} onChanged={setFound} />
          <div>
            <Button look="quiet" onClick={() => setFound(undefined)}>
              {t('another')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t('findLead')}</p>
          {problem && problem.status !== 404 && <Problem problem={problem} />}
          <KeysForm
            id="appointment"
            texts={{
              number: t('number'),
              numberMissing: t('numberMissing'),
              code: t('code'),
              codeMissing: t('codeMissing'),
              find: t('findSend'),
            }}
            start={NO_KEYS}
            wrong={problem?.status === 404 ? t('notFound') : undefined}
            busy={find.isPending}
            onFind={(keys) => find.mutate(keys)}
          />
        </>
      )}
    </div>
  );
}
