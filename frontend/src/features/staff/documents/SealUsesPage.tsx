import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  type DocumentKind,
  exportSealUses,
  type ListSealUsesData,
  type SealUse,
} from '@/api/generated';
import {
  listDepartmentsOptions,
  listSealUsesInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  Problem,
  SelectField,
  SettledField,
  TextField,
  useNameText,
} from '@/components';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { useAccount } from '../shell/SignedInAs';
import { Register } from '../Register';
import styles from '../Register.module.css';

type Query = NonNullable<ListSealUsesData['query']>;
const KINDS: readonly DocumentKind[] = [
  'receipt',
  'correction',
  'acceptance',
  'originals',
  'nonAcceptance',
  'reopening',
  'pause',
  'resumption',
  'extension',
  'hearing',
  'expertReview',
  'publicNotice',
  'grant',
  'refusal',
  'termination',
  'delivery',
  'revocation',
];

function Who({ use }: { use: SealUse }) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  if (!use.account) return <>{t('register.bySystem')}</>;
  const post = language === 'en' ? (use.postNameEn ?? use.postName) : use.postName;
  return (
    <>
      <Bilingual chinese={use.name ?? use.account} english={use.nameEn} />{' '}
      <span className="quiet">{use.account}</span>
      {post && <span className={styles.more}>{post}</span>}
      {use.confirmedBy && (
        <span className={styles.more}>
          {t('register.confirmedBy', { account: use.confirmedBy })}
        </span>
      )}
    </>
  );
}

/** The register of seal uses: for supervisors all of it, for a unit its own. What is filtered stands in the address. */
export function SealUsesPage() {
  const { t } = useTranslation(['documents', 'common']);
  const language = useLanguage();
  const nameText = useNameText();
  const account = useAccount();
  const { text, day, put } = useFilters();
  usePageTitle(t('register.title'), t('common:site.name'));

  const of = text('of');
  const by = text('account');
  const department = text('department');
  const kind = KINDS.find((each) => each === text('kind'));
  const asked: Omit<Query, 'limit' | 'cursor'> = {
    ...(of && { of }),
    ...(by && { account: by }),
    ...(department && { department }),
    ...(kind && { kind }),
    ...(day('from') && { from: day('from') }),
    ...(day('to') && { to: day('to') }),
  };
  const register = useInfiniteQuery({
    ...listSealUsesInfiniteOptions({ query: { ...asked, limit: 50 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
  // Only who sees more than one unit has something to choose.
  const everywhere = !account.departmentCode;
  const departments = useQuery({
    ...listDepartmentsOptions(),
    staleTime: Infinity,
    enabled: everywhere,
  });
  const download = useMutation({
    mutationFn: async () => {
      const { data } = await exportSealUses({ query: asked, parseAs: 'blob', throwOnError: true });
      save(
        new Blob([data as unknown as Blob], { type: 'text/csv' }),
        `${t('register.fileName')}.csv`,
      );
    },
  });
  const uses = register.data?.pages.flatMap((page) => page.items);

  return (
    <Register
      texts={{
        title: t('register.title'),
        lead: t('register.lead'),
        filters: t('register.filters'),
        none: t('register.none'),
        noneText: t('register.noneText'),
      }}
      filters={
        <>
          <SettledField
            label={t('register.of')}
            value={of}
            maxLength={60}
            onChange={(typed) => put('of', typed)}
          />
          <SettledField
            label={t('register.account')}
            value={by}
            onChange={(typed) => put('account', typed)}
          />
          <SelectField
            label={t('register.kind')}
            value={kind ?? ''}
            onChange={(event) => put('kind', event.target.value)}
          >
            <option value="">{t('register.any')}</option>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kind.${each}`)}
              </option>
            ))}
          </SelectField>
          {everywhere && (
            <SelectField
              label={t('register.department')}
              value={department}
              onChange={(event) => put('department', event.target.value)}
            >
              <option value="">{t('register.any')}</option>
              {departments.data?.map((each) => (
                <option key={each.code} value={each.code}>
                  {nameText(each)}
                </option>
              ))}
            </SelectField>
          )}
          <TextField
            type="date"
            label={t('register.from')}
            value={day('from')}
            onChange={(event) => put('from', event.target.value)}
          />
          <TextField
            type="date"
            label={t('register.to')}
            value={day('to')}
            onChange={(event) => put('to', event.target.value)}
          />
        </>
      }
      found={register}
      rows={uses}
      columns={[
        {
          key: 'at',
          header: t('register.at'),
          rowHeader: true,
          cell: (use) => <DateTime value={use.at} />,
        },
        {
          key: 'document',
          header: t('register.document'),
          cell: (use) => (
            <>
              {language === 'en' ? use.titleEn : use.title}
              <span className={styles.more} lang="zh-CN">
                {use.documentNumber}
              </span>
            </>
          ),
        },
        {
          key: 'seal',
          header: t('register.seal'),
          cell: (use) => (
            <>
              <Bilingual chinese={use.unit} english={use.unitEn} />
              <span className={styles.more} lang="zh-CN">
                {use.seal}
              </span>
            </>
          ),
        },
        { key: 'who', header: t('register.who'), cell: (use) => <Who use={use} /> },
        {
          key: 'case',
          header: t('register.caseNumber'),
          cell: (use) => (
            <Link href={`/staff/cases/${use.caseNumber}`} className={styles.number}>
              {use.caseNumber}
            </Link>
          ),
        },
      ]}
      ways={
        <>
          <Button look="secondary" busy={download.isPending} onClick={() => download.mutate()}>
            {t('register.csv')}
          </Button>
          {download.error && <Problem problem={toProblem(download.error)} />}
        </>
      }
    />
  );
}
