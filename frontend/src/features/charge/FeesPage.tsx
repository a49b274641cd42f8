import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { FeeEntry, FeeState } from '@/api/generated';
import { listDepartmentsOptions, listFeesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useTariff } from '@/api/useTariff';
import {
  Bilingual,
  Empty,
  Loading,
  Money,
  Name,
  Problem,
  SelectField,
  Table,
  Tag,
  type Tone,
  useNameText,
} from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate, formatMoney } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Charge.module.css';

const STATES: readonly FeeState[] = ['inForce', 'suspended', 'cancelled'];
const TONES: Record<FeeState, Tone> = { inForce: 'blue', suspended: 'warn', cancelled: 'good' };

/** The catalogue of fees: what is charged, and what no longer. */
export function FeesPage() {
  const { t } = useTranslation(['charge', 'common']);
  const language = useLanguage();
  const nameText = useNameText();
  const tariff = useTariff();
  const [parameters, setParameters] = useSearchParams();
  const status = STATES.find((each) => each === parameters.get('status'));
  const department = parameters.get('department') ?? '';
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const fees = useQuery({
    ...listFeesOptions({
      query: { ...(status && { status }), ...(department && { department }) },
    }),
    placeholderData: keepPreviousData,
  });
  usePageTitle(t('catalogue.title'), t('common:site.name'));
  const put = (name: string, value: string) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const shown = fees.data;
  return (
    <div className={`wrap ${styles.wide}`}>
      <h1>{t('catalogue.title')}</h1>
      <p className="lead">{t('catalogue.lead')}</p>
      {fees.error && (
        <Problem problem={toProblem(fees.error)} onRetry={() => void fees.refetch()} />
      )}
      {fees.isPending && <Loading lines={8} />}
      {shown && (
        <>
          <dl className={styles.numbers}>
            {STATES.map((each) => (
              <div key={each}>
                <dt>{t(`state.${each}`)}</dt>
                <dd>{shown[each]}</dd>
              </div>
            ))}
            <div>
              <dt>{t('catalogue.saved')}</dt>
              <dd>
                <Money fen={shown.savedFenPerYear} />
              </dd>
            </div>
          </dl>
          <div className={styles.filters}>
            <SelectField
              label={t('catalogue.filter')}
              width="short"
              value={status ?? ''}
              onChange={({ target }) => put('status', target.value)}
            >
              <option value="">{t('catalogue.all')}</option>
              {STATES.map((each) => (
                <option key={each} value={each}>
                  {t(`state.${each}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t('catalogue.department')}
              width="medium"
              value={department}
              onChange={({ target }) => put('department', target.value)}
            >
              <option value="">{t('catalogue.all')}</option>
              {departments.data?.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameText(each)}
                </option>
              ))}
            </SelectField>
          </div>
          {shown.fees.length === 0 ? (
            <Empty title={t('catalogue.none')} />
          ) : (
            <Table<FeeEntry>
              caption={t('catalogue.caption')}
              rows={shown.fees}
              rowKey={(fee) => fee.code}
              columns={[
                {
                  key: 'name',
                  header: t('catalogue.name'),
                  rowHeader: true,
                  cell: (fee) => (
                    <>
                      <Bilingual chinese={fee.name} english={fee.nameEn} />
                      <span className={styles.more}>
                        <Name of={fee.department} />
                      </span>
                    </>
                  ),
                },
                {
                  key: 'status',
                  header: t('catalogue.filter'),
                  cell: (fee) => (
                    <>
                      <Tag tone={TONES[fee.status]}>{t(`state.${fee.status}`)}</Tag>
                      <span className={`${styles.more} ${styles.since}`}>
                        {t('catalogue.since', {
                          at: formatDate(fee.effectiveFrom, language, 'date'),
                        })}
                      </span>
                      {fee.savedFenPerYear !== undefined && (
                        <span className={styles.more}>
                          {t('catalogue.savedOne', {
                            amount: formatMoney(fee.savedFenPerYear, language),
                          })}
                        </span>
                      )}
                    </>
                  ),
                },
                {
                  key: 'amount',
                  header: t('catalogue.amount'),
                  cell: (fee) => (
                    <>
                      {tariff(fee.tariff).map((line) => (
                        <span key={line} className={styles.line}>
                          {line}
                        </span>
                      ))}
                      {fee.exemptions.map((one) => (
                        <span key={one.code} className={styles.more}>
                          <Bilingual chinese={one.name} english={one.nameEn} />
                          {language === 'en' ? ': ' : '：'}
                          {one.perMille === 1000
                            ? t('exempt.all')
                            : t('exempt.part', { percent: one.perMille / 10 })}
                        </span>
                      ))}
                    </>
                  ),
                },
                {
                  key: 'basis',
                  header: t('catalogue.basis'),
                  cell: (fee) => (
                    <span lang="zh-CN">
                      {fee.basis}
                      {fee.statusBasis && <span className={styles.more}>{fee.statusBasis}</span>}
                    </span>
                  ),
                },
                {
                  key: 'items',
                  header: t('catalogue.items'),
                  cell: (fee) =>
                    fee.items.map((item) => (
                      <span key={item.code} className={styles.more}>
                        <Link href={`/services/${encodeURIComponent(item.code)}`}>
                          <Bilingual chinese={item.name ?? item.code} english={item.nameEn} />
                        </Link>
                      </span>
                    )),
                },
              ]}
            />
          )}
        </>
      )}
    </div>
  );
}
