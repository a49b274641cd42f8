import { useTranslation } from 'react-i18next';
import type { StaffFile } from '@/api/generated';
import { DateTime, KeyFacts, Name } from '@/components';

/** What is written down of somebody. */
export function PersonFacts({ person }: { person: StaffFile }) {
  const { t } = useTranslation('people');
  return (
    <KeyFacts
      compact
      facts={[
        { label: t('field.account'), value: person.account },
        { label: t('field.title'), value: person.title ?? '–' },
        {
          label: t('field.department'),
          value: person.department ? <Name of={person.department} /> : '–',
        },
        { label: t('field.region'), value: person.region ? <Name of={person.region} /> : '–' },
        {
          label: t('field.roles'),
          value: person.roles.map((role) => t(`role.${role}`)).join(t('and')) || '–',
        },
        {
          label: t('field.password'),
          value: person.activated ? (
            t('value.own')
          ) : (
            <>
              {t('value.code')}{' '}
              {person.activationExpiresAt && <DateTime value={person.activationExpiresAt} />}
            </>
          ),
        },
        { label: t('field.openSessions'), value: person.openSessions },
      ]}
    />
  );
}
