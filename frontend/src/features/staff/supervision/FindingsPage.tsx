import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FindingSeverity, ListSupervisionFindingsData } from '@/api/generated';
import {
  listSupervisionFindingsInfiniteOptions,
  listSupervisionRulesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  DateTime,
  SelectField,
  SettledField,
  Tag,
  TextField,
  useNameText,
} from '@/components';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';
import styles from '../Register.module.css';
import { useAccount } from '../shell/SignedInAs';
import { SEVERITIES, SeverityTag, Subject, useDepartments, Whose } from './words';

type Query = NonNullable<ListSupervisionFindingsData['query']>;
const FAULTS: FindingSeverity[] = ['minor', 'serious', 'grave'];
const STATES = ['standing', 'withdrawn'] as const;

/** What electronic supervision found, as far as it concerns the reader. What is filtered stands in the address. */
export function FindingsPage() {
  const { t } = useTranslation(['findings', 'common']);
  const account = useAccount();
  const nameText = useNameText();
  const departments = useDepartments();
  const rules = useQuery({ ...listSupervisionRulesOptions(), staleTime: Infinity });
  const { text, day, put } = useFilters();
  usePageTitle(t('findings.title'), t('common:site.name'));

  const rule = text('rule');
  const department = text('department');
  const caseNumber = text('case');
  // Reminders are no faults: they are shown to whoever asks for them.
  const severity = text('severity') || 'faults';
  const one = SEVERITIES.find((each) => each === severity);
  const state = STATES.find((each) => each === text('state'));
  const query: Query = {
    ...(rule && { rule }),
    ...(department && { department }),
    ...(caseNumber && { caseNumber }),
    ...(one ? { severity: [one] } : severity === 'faults' && !rule && { severity: FAULTS }),
    ...(state && { state }),
    ...(text('mine') && { mine: true }),
    ...(day('from') && { from: day('from') }),
    ...(day('until') && { until: day('until') }),
    limit: 50,
  };
  const found = useInfiniteQuery({
    ...listSupervisionFindingsInfiniteOptions({ query }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });

  return (
    <Register
      texts={{
        title: t('findings.title'),
        lead: t('findings.lead'),
        filters: t('findings.filters'),
        none: t('findings.none'),
        noneText: t('findings.noneText'),
      }}
      filters={
        <>
          <SelectField
            label={t('findings.severity')}
            value={severity}
            onChange={(event) => put('severity', event.target.value)}
          >
            <option value="faults">{t('findings.faults')}</option>
            <option value="all">{t('findings.any')}</option>
            {SEVERITIES.map((each) => (
              <option key={each} value={each}>
                {t(`severity.${each}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('findings.rule')}
            value={rule}
            onChange={(event) => put('rule', event.target.value)}
          >
            <option value="">{t('findings.any')}</option>
            {rules.data?.items.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
          {!account.departmentCode && (
            <SelectField
              label={t('findings.department')}
              value={department}
              onChange={(event) => put('department', event.target.value)}
            >
              <option value="">{t('findings.any')}</option>
              {departments.all?.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameText(each)}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField
            label={t('findings.state')}
            value={state ?? ''}
            onChange={(event) => put('state', event.target.value)}
          >
            <option value="">{t('findings.any')}</option>
            {STATES.map((each) => (
              <option key={each} value={each}>
                {t(`state.${each}`)}
              </option>
            ))}
          </SelectField>
          <SettledField
            label={t('findings.case')}
            value={caseNumber}
            maxLength={120}
            onChange={(typed) => put('case', typed)}
          />
          <TextField
            type="date"
            label={t('findings.from')}
            value={day('from')}
            onChange={(event) => put('from', event.target.value)}
          />
          <TextField
            type="date"
            label={t('findings.until')}
            value={day('until')}
            onChange={(event) => put('until', event.target.value)}
          />
        </>
      }
      found={found}
      rows={found.data?.pages.flatMap((page) => page.items)}
      ways={
        <p>
          {t('findings.count', { count: found.data?.pages[0]?.total ?? 0 })} ·{' '}
          <Link href="/staff/findings/rules">{t('findings.toRules')}</Link>
        </p>
      }
      columns={[
        {
          key: 'what',
          header: t('findings.what'),
          rowHeader: true,
          cell: (finding) => (
            <>
              <Link href={`/staff/findings/${finding.id}`}>
                <Bilingual chinese={finding.ruleName} english={finding.ruleNameEn} />
              </Link>
              <span className={styles.more}>
                <SeverityTag severity={finding.severity} />{' '}
                {finding.state === 'withdrawn' && <Tag>{t('state.withdrawn')}</Tag>}
              </span>
            </>
          ),
        },
        {
          key: 'case',
          header: t('findings.case'),
          cell: (finding) => <Subject of={finding.subject} className={styles.number} />,
        },
        {
          key: 'department',
          header: t('findings.department'),
          cell: (finding) => departments.text(finding.departmentCode),
        },
        { key: 'who', header: t('findings.who'), cell: (finding) => <Whose finding={finding} /> },
        {
          key: 'at',
          header: t('findings.at'),
          cell: (finding) => <DateTime value={finding.occurredAt} />,
        },
      ]}
    />
  );
}
