import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CityNumber, CityNumberKind, CityNumbers } from '@/api/generated';
import { getCityNumbersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, KeyFacts, Loading, Problem, Section, SelectField, Table } from '@/components';
import { useLanguage } from '@/i18n';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { GROUPS, HAPPENED, type Happened, madeOf, numberOf, told } from './figures';
import { MonthChart } from './MonthChart';
import styles from './Numbers.module.css';

const NOW = ['openCases', 'lateCases', 'items', 'daysPromisedLess'] as const;
const EVERY_HALF_MINUTE = 30_000;

/** A number, and under a rate what it is made of. */
function Told({ number }: { number: CityNumber }) {
  const language = useLanguage();
  const made = madeOf(number, language);
  return (
    <>
      <span className="figures">{told(number, language)}</span>
      {made && <span className={styles.rate}>{made}</span>}
    </>
  );
}

function Kind({ kind }: { kind: CityNumberKind }) {
  const { t } = useTranslation('numbers');
  return (
    <>
      {t(`kind.${kind}`)}
      <span className={styles.meaning}>{t(`meaning.${kind}`)}</span>
    </>
  );
}

function Now({ of }: { of: CityNumbers }) {
  const { t } = useTranslation('numbers');
  const language = useLanguage();
  return (
    <KeyFacts
      facts={NOW.map((kind) => {
        const number = numberOf(of.now, kind);
        const made = madeOf(number, language);
        return {
          label: t(`kind.${kind}`),
          value: told(number, language),
          note: (
            <>
              {made && <>{made} · </>}
              {t(`meaning.${kind}`)}
            </>
          ),
        };
      })}
    />
  );
}

function Happenings({
  of,
  kinds,
  title,
}: {
  of: CityNumbers;
  kinds: readonly Happened[];
  title: string;
}) {
  const { t } = useTranslation('numbers');
  const period = (key: 'today' | 'month' | 'year') => ({
    key,
    header: t(`period.${key}`),
    align: 'end' as const,
    cell: (kind: Happened) => <Told number={numberOf(of[key], kind)} />,
  });
  return (
    <Table<Happened>
      caption={title}
      rows={kinds}
      rowKey={(kind) => kind}
      columns={[
        {
          key: 'kind',
          header: t('number'),
          rowHeader: true,
          cell: (kind) => <Kind kind={kind} />,
        },
        period('today'),
        period('month'),
        period('year'),
      ]}
    />
  );
}

/** Where not all months find room, the last ones are seen first. */
function showLatest(chart: HTMLElement | null): void {
  if (chart) chart.scrollLeft = chart.scrollWidth;
}

function Months({ of }: { of: CityNumbers }) {
  const { t } = useTranslation('numbers');
  const { text, choose } = useFilters();
  const kind = HAPPENED.find((each) => each === text('number')) ?? 'casesReceived';
  const label = t('months.of', { number: t(`kind.${kind}`) });
  return (
    <>
      <div className={styles.kind}>
        <SelectField label={t('months.which')} {...choose('number')} value={kind}>
          {HAPPENED.map((each) => (
            <option key={each} value={each}>
              {t(`kind.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="quiet small">{t(`meaning.${kind}`)}</p>
      <div ref={showLatest} className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
        <MonthChart months={of.months} kind={kind} label={label} />
      </div>
      <details className={styles.table}>
        <summary>{t('months.table')}</summary>
        <Table
          caption={label}
          rows={[...of.months].reverse()}
          rowKey={(month) => month.month}
          columns={[
            {
              key: 'month',
              header: t('months.month'),
              rowHeader: true,
              cell: (month) => month.month,
            },
            {
              key: 'value',
              header: t(`kind.${kind}`),
              align: 'end',
              cell: (month) => <Told number={numberOf(month.numbers, kind)} />,
            },
          ]}
        />
      </details>
    </>
  );
}

/** 城市数据: what the city did today, this month and this year, each rate with what it is made of. */
export function NumbersPage() {
  const { t } = useTranslation(['numbers', 'common']);
  usePageTitle(t('title'), t('common:site.name'));
  const { data, error, isPending, refetch } = useQuery({
    ...getCityNumbersOptions(),
    refetchInterval: EVERY_HALF_MINUTE,
  });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {error && <Problem problem={toProblem(error)} onRetry={() => void refetch()} />}
      {isPending && <Loading lines={10} />}
      {data && (
        <>
          <p className="quiet">
            {t('asOf')} <DateTime value={data.asOf} /> ·{' '}
            <a href="/api/v1/city-numbers/csv" download>
              {t('csv')}
            </a>
          </p>
          <Section id="now" title={t('now')} wide>
            <Now of={data} />
          </Section>
          {Object.entries(GROUPS).map(([group, kinds]) => {
            const title = t(`group.${group as keyof typeof GROUPS}`);
            return (
              <Section key={group} id={group} title={title} wide>
                <div className={styles.happenings}>
                  <Happenings of={data} kinds={kinds} title={title} />
                </div>
              </Section>
            );
          })}
          <Section id="months" title={t('months.title')} wide>
            <Months of={data} />
          </Section>
        </>
      )}
    </div>
  );
}
