import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfoRequestFigures } from '@/api/generated';
import { getInfoRequestFiguresOptions } from '@/api/generated/@tanstack/react-query.gen';
import { KeyFacts, Loading, Problem, SelectField, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import styles from './InfoRequest.module.css';

/** The regulation's reports go by year; this many are offered. */
const YEARS = 5;

function Shown({ of }: { of: InfoRequestFigures }) {
  const { t } = useTranslation('inforequest');
  const rate = (part: number, whole: number) =>
    whole === 0 ? t('figures.none') : `${Math.round((part / whole) * 1000) / 10}%`;
  const share = (label: string, part: number, whole: number) => ({
    label,
    value: rate(part, whole),
    note: t('figures.of', { part, whole }),
  });
  return (
    <>
      <KeyFacts
        facts={[
          {
            label: t('figures.inWork'),
            value: of.inWork,
            note: t('figures.inWorkOnTime', { count: of.inWorkOnTime }),
            strong: true,
          },
          {
            label: t('figures.received'),
            value: of.received,
            note: t('figures.kinds', {
              persons: of.fromPersons,
              organisations: of.fromOrganisations,
            }),
          },
          {
            label: t('figures.answered'),
            value: of.answered,
            note: t('figures.answeredOf', { carriedOver: of.carriedOver, received: of.received }),
          },
          share(t('figures.onTime'), of.onTime, of.answered),
          share(t('figures.extended'), of.extended, of.answered),
          {
            ...share(t('figures.reviewed'), of.reviewed, of.answered),
            note: t('figures.changed', { count: of.changed }),
          },
          {
            label: t('figures.ended'),
            value: of.withdrawn + of.lapsed,
            note: t('figures.endedOf', { withdrawn: of.withdrawn, lapsed: of.lapsed }),
          },
          { label: t('figures.forward'), value: of.carriedForward },
        ]}
      />
      {of.byDecision.length > 0 && (
        <Table
          caption={t('figures.byDecision')}
          rows={of.byDecision}
          rowKey={(row) => row.kind}
          columns={[
            {
              key: 'decision',
              header: t('figures.decision'),
              rowHeader: true,
              cell: (row) => t(`decision.${row.kind}`),
            },
            { key: 'count', header: t('figures.count'), cell: (row) => row.count },
            {
              key: 'share',
              header: t('figures.share'),
              cell: (row) => rate(row.count, of.answered),
            },
          ]}
        />
      )}
    </>
  );
}

/** What a year came to, each number with what it is a part of. */
export function Figures() {
  const { t } = useTranslation('inforequest');
  const [year, setYear] = useState<number>();
  const figures = useQuery({
    ...getInfoRequestFiguresOptions({ query: year ? { year } : {} }),
    placeholderData: keepPreviousData,
  });
  const [latest, setLatest] = useState<number>();
  if (latest === undefined && figures.data) setLatest(figures.data.year);
  return (
    <>
      {latest !== undefined && (
        <div className={styles.year}>
          <SelectField
            label={t('figures.chooseYear')}
            value={String(year ?? latest)}
            onChange={({ target }) => setYear(Number(target.value))}
          >
            {Array.from({ length: YEARS }, (_, before) => latest - before).map((each) => (
              <option key={each} value={each}>
                {t('figures.year', { year: each })}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {figures.isPending && <Loading lines={3} />}
      {figures.error && <Problem problem={toProblem(figures.error)} />}
      {figures.data && <Shown of={figures.data} />}
    </>
  );
}
