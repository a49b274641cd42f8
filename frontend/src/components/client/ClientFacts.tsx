import { useTranslation } from 'react-i18next';
import { KeyFacts } from '../KeyFacts';
import { Tag } from '../Tag';
import { DateTime } from '../Values';
import type { ShownClient, ShownScope } from './types';

/** What a third-party application is and may. */
export function ClientFacts({ client }: { client: ShownClient }) {
  const { t } = useTranslation('developers');
  const scopes = (those: readonly ShownScope[]) =>
    those.length === 0 ? t('app.nothing') : those.map((one) => t(`scopeName.${one}`)).join(' · ');
  const waiting = client.wantedScopes.filter((scope) => !client.scopes.includes(scope));
  return (
    <KeyFacts
      compact
      facts={[
        {
          label: t('app.state'),
          value: client.suspended ? (
            <Tag tone="bad">{t('app.suspended')}</Tag>
          ) : (
            <Tag tone="good">{t('app.active')}</Tag>
          ),
        },
        {
          label: t('app.scopes'),
          value: scopes(client.scopes),
          note: waiting.length > 0 ? t('app.waiting', { scopes: scopes(waiting) }) : undefined,
        },
        {
          label: t('app.quota'),
          value: t('app.quotaValue', { minute: client.perMinute, day: client.perDay }),
        },
        { label: t('app.contact'), value: `${client.contactName} · ${client.contact}` },
        { label: t('app.registered'), value: <DateTime value={client.registeredAt} /> },
      ]}
    />
  );
}
