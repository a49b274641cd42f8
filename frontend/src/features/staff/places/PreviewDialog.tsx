import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceChange } from '@/api/generated';
import { Table } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { TrialDialog } from '../TrialDialog';

const FIELDS = [
  'item',
  'place',
  'powers',
  'letterNumber',
  'issuedBy',
  'fromDay',
  'untilDay',
  'basis',
  'collect',
  'why',
  'account',
  'telephone',
] as const;
const POWERS = ['accept', 'forward', 'issue'] as const;

function Preview({ tried }: { tried: PlaceChange }) {
  const { t } = useTranslation('place');
  const language = useLanguage();
  const word = (field: string) => {
    const known = FIELDS.find((each) => each === field);
    return known ? t(`delegations.field.${known}`) : field;
  };
  const value = (text: string) => {
    const power = POWERS.find((each) => each === text);
    return power ? t(`delegations.power.${power}`) : text;
  };
  const side = (values: readonly string[]) =>
    values.length === 0 ? '—' : values.map(value).join(t('listSeparator'));
  return (
    <>
      <p>
        {t('delegations.effective', { day: formatDate(tried.effectiveFrom, language, 'date') })}
        {tried.runningCases > 0 && (
          <> · {t('delegations.running', { count: tried.runningCases })}</>
        )}
      </p>
      <Table
        caption={t('delegations.change')}
        rows={tried.changes}
        rowKey={(change) => change.field}
        columns={[
          {
            key: 'field',
            header: t('delegations.change'),
            rowHeader: true,
            cell: (change) => word(change.field),
          },
          {
            key: 'before',
            header: t('delegations.before'),
            cell: (change) => <span lang="zh-CN">{side(change.before)}</span>,
          },
          {
            key: 'after',
            header: t('delegations.after'),
            cell: (change) => <b lang="zh-CN">{side(change.after)}</b>,
          },
        ]}
      />
    </>
  );
}

/** A change of places, tried before it is made. */
export function PreviewDialog({
  title,
  send,
  onDone,
  onClose,
  children,
}: {
  title: string;
  send: (dryRun: boolean) => Promise<PlaceChange>;
  onDone: () => void;
  onClose: () => void;
  /** The fields, told what the server found wrong with each. */
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
}) {
  const { t } = useTranslation('place');
  return (
    <TrialDialog
      title={title}
      words={{
        preview: t('delegations.preview'),
        confirm: t('delegations.confirm'),
        back: t('delegations.back'),
        cancel: t('delegations.cancel'),
      }}
      send={send}
      preview={(tried) => <Preview tried={tried} />}
      onDone={onDone}
      onClose={onClose}
    >
      {children}
    </TrialDialog>
  );
}
