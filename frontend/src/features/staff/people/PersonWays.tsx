import { useTranslation } from 'react-i18next';
import {
  changeStaffMember,
  endStaffSessions,
  renewActivation,
  type Role,
  setStaffState,
  type StaffFile,
} from '@/api/generated';
import { Button } from '@/components';
import { type Change, given, list, text } from './change';
import styles from './people.module.css';
import { usePersonFields } from './usePersonFields';

/** What can be done about somebody's account. */
export function PersonWays({
  person,
  onAsk,
}: {
  person: StaffFile;
  onAsk: (change: Change) => void;
}) {
  const { t } = useTranslation('people');
  const fields = usePersonFields(false);
  const path = { account: person.account };
  const turn = t(person.state === 'disabled' ? 'person.enable' : 'person.disable');
  const change: Change = {
    title: t('person.change'),
    fields,
    initial: {
      name: person.name,
      nameEn: person.nameEn ?? '',
      title: person.title ?? '',
      departmentCode: person.department?.code ?? '',
      regionCode: person.region?.code ?? '',
      roles: person.roles,
    },
    send: async (values, dryRun) =>
      (
        await changeStaffMember({
          path,
          query: { dryRun },
          headers: { 'If-Match': `"${person.version}"` },
          body: {
            name: text(values, 'name'),
            roles: list(values, 'roles') as Role[],
            ...given(values, ['nameEn', 'title', 'departmentCode', 'regionCode', 'identityNumber']),
          },
          throwOnError: true,
        })
      ).data,
  };
  return (
    <div className={styles.ways}>
      <Button onClick={() => onAsk(change)}>{t('person.change')}</Button>
      <Button
        look="secondary"
        onClick={() =>
          onAsk({
            title: t('person.newCode'),
            text: t('person.newCodeText'),
            send: async (_, dryRun) =>
              (await renewActivation({ path, query: { dryRun }, throwOnError: true })).data,
          })
        }
      >
        {t('person.newCode')}
      </Button>
      <Button
        look="secondary"
        onClick={() =>
          onAsk({
            title: t('person.endSessions'),
            send: async (_, dryRun) =>
              (await endStaffSessions({ path, query: { dryRun }, throwOnError: true })).data,
          })
        }
      >
        {t('person.endSessions')}
      </Button>
      <Button
        look={person.state === 'disabled' ? 'secondary' : 'danger'}
        onClick={() =>
          onAsk({
            title: turn,
            send: async (_, dryRun) =>
              (
                await setStaffState({
                  path,
                  query: { dryRun },
                  body: { disabled: person.state !== 'disabled' },
                  throwOnError: true,
                })
              ).data,
          })
        }
      >
        {turn}
      </Button>
    </div>
  );
}
