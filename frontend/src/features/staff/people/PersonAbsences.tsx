import { useTranslation } from 'react-i18next';
import { type AbsenceReason, endAbsence, recordAbsence, type StaffFile } from '@/api/generated';
import { Button } from '@/components';
import { type Change, cityTime, text } from './change';
import { PersonSection } from './PersonSection';
import { Moment } from './Moment';
import { REASONS } from './useWords';

/** When somebody is away and why; who acts in their posts follows from it. */
export function PersonAbsences({
  person,
  onAsk,
}: {
  person: StaffFile;
  onAsk: (change: Change) => void;
}) {
  const { t } = useTranslation('people');
  const absence: Change = {
    title: t('absence.add'),
    text: t('absence.text'),
    fields: [
      {
        name: 'reason',
        label: t('field.absence'),
        kind: 'select',
        choices: REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) })),
      },
      {
        name: 'from',
        label: t('field.absentFrom'),
        hint: t('hint.now'),
        kind: 'dateTime',
        optional: true,
      },
      {
        name: 'until',
        label: t('field.absentUntil'),
        hint: t('hint.open'),
        kind: 'dateTime',
        optional: true,
      },
    ],
    initial: { reason: 'leave' },
    send: async (values, dryRun) => {
      const from = cityTime(text(values, 'from'));
      const until = cityTime(text(values, 'until'));
      return (
        await recordAbsence({
          path: { account: person.account },
          query: { dryRun },
          body: {
            reason: text(values, 'reason') as AbsenceReason,
            ...(from && { from }),
            ...(until && { until }),
          },
          throwOnError: true,
        })
      ).data;
    },
  };
  return (
    <PersonSection
      id="person-absences"
      title={t('absence.title')}
      none={t('absence.none')}
      add={
        person.manageable && (
          <Button look="secondary" onClick={() => onAsk(absence)}>
            {t('absence.add')}
          </Button>
        )
      }
      rows={person.absences}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'reason',
          header: t('field.absence'),
          rowHeader: true,
          cell: (one) => t(`reason.${one.reason}`),
        },
        { key: 'from', header: t('from'), cell: (one) => <Moment at={one.from} /> },
        { key: 'until', header: t('until'), cell: (one) => <Moment at={one.until} /> },
        {
          key: 'state',
          header: t('field.state'),
          cell: (one) => t(`stage.${one.state}`),
        },
        {
          key: 'way',
          header: t('way'),
          cell: (one) =>
            person.manageable && one.state !== 'over' ? (
              <Button
                look="quiet"
                onClick={() =>
                  onAsk({
                    title: t('absence.end'),
                    send: async (_, dryRun) =>
                      (
                        await endAbsence({
                          path: { id: one.id },
                          query: { dryRun },
                          throwOnError: true,
                        })
                      ).data,
                  })
                }
              >
                {t('absence.end')}
              </Button>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
