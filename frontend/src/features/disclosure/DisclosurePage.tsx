import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { Disclosure, DisclosureEdition } from '@/api/generated';
import { getDisclosureOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  DateTime,
  type KeyFact,
  KeyFacts,
  Loading,
  Name,
  Problem,
  Tag,
  useNameText,
} from '@/components';
import { Body } from '@/components/Body';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Files } from './Files';
import { disclosurePath, useCategories, ValidityTag } from './words';
import styles from './Disclosure.module.css';

function Facts({ of }: { of: Disclosure }) {
  const { t } = useTranslation('disclosure');
  const categories = useCategories();
  const { summary } = of;
  const facts: KeyFact[] = [
    { label: t('number'), value: summary.number },
    {
      label: t('department'),
      value: (
        <Link href={`/disclosures/departments/${encodeURIComponent(summary.department.code)}`}>
          <Name of={summary.department} />
        </Link>
      ),
    },
    { label: t('releasedAt'), value: <DateTime value={summary.releasedAt} /> },
    {
      label: t('category'),
      value: (
        <>
          {summary.categories.map((code, at) => (
            <span key={code}>
              {at > 0 && t('comma')}
              <Link href={`/disclosures/categories/${encodeURIComponent(code)}`}>
                {categories.text(code)}
              </Link>
            </span>
          ))}
        </>
      ),
    },
  ];
  if (summary.documentNumber)
    facts.push({
      label: t('documentNumber'),
      value: <span lang="zh-CN">{summary.documentNumber}</span>,
    });
  if (of.effectiveOn)
    facts.push({ label: t('effectiveOn'), value: <DateTime value={of.effectiveOn} as="date" /> });
  if (of.expiresOn)
    facts.push({ label: t('expiresOn'), value: <DateTime value={of.expiresOn} as="date" /> });
  if (of.repealedOn)
    facts.push({ label: t('repealedOn'), value: <DateTime value={of.repealedOn} as="date" /> });
  if (of.replacedBy)
    facts.push({
      label: t('replacedBy'),
      value: <Link href={disclosurePath(of.replacedBy)}>{of.replacedBy}</Link>,
    });
  if (of.dutyTitle)
    facts.push({
      label: t('fulfils'),
      value: (
        <>
          <Bilingual chinese={of.dutyTitle} english={of.dutyTitleEn} />{' '}
          <span lang="zh-CN">{of.occasion}</span>
        </>
      ),
    });
  return <KeyFacts facts={facts} compact />;
}

/** What a correction did to the files. */
function FileChanges({ of }: { of: DisclosureEdition }) {
  const { t } = useTranslation('disclosure');
  return (
    <>
      {of.addedFiles && of.addedFiles.length > 0 && (
        <p>
          {t('files.added')} <span lang="zh-CN">{of.addedFiles.join(t('comma'))}</span>
        </p>
      )}
      {of.removedFiles && of.removedFiles.length > 0 && (
        <p>
          {t('files.removed')} <span lang="zh-CN">{of.removedFiles.join(t('comma'))}</span>
        </p>
      )}
    </>
  );
}

function History({ number, editions }: { number: string; editions: readonly DisclosureEdition[] }) {
  const { t } = useTranslation('disclosure');
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <p>{t('historyText')}</p>
      {editions.map((edition, index) => (
        <div key={edition.edition} className={styles.edition}>
          <p className={styles.meta}>
            <strong>{t('edition', { number: edition.edition })}</strong>
            <DateTime value={edition.releasedAt} />
            {index === 0 && <Tag tone="good">{t('shown')}</Tag>}
          </p>
          {edition.reason && (
            <p>
              {t('reason')} <span lang="zh-CN">{edition.reason}</span>
            </p>
          )}
          <FileChanges of={edition} />
          {index > 0 && (
            <details>
              <summary>{t('asItWas')}</summary>
              <p lang="zh-CN">
                <strong>{edition.title}</strong>
              </p>
              <Body of={edition.body} />
              {edition.files && edition.files.length > 0 && (
                <Files number={number} files={edition.files} />
              )}
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

/** A publication: what it says, whether it holds, how it was corrected, or why it was withdrawn. */
export function DisclosurePage() {
  const { t } = useTranslation(['disclosure', 'common']);
  const nameText = useNameText();
  const { number = '' } = useParams<{ number: string }>();
  const found = useQuery({
    ...getDisclosureOptions({ path: { number: decodeURIComponent(number) } }),
    staleTime: 0,
  });
  const one = found.data;
  const title = one && nameText({ name: one.summary.title, nameEn: one.summary.titleEn });
  usePageTitle(title ?? t('title'), t('common:site.name'));
  return (
    // What search engines read of it (schema.org), as attributes: the security policy takes no inline script.
    <div className={`wrap ${styles.page}`} itemScope itemType="https://schema.org/Article">
      {one && (
        <>
          <meta itemProp="datePublished" content={one.summary.releasedAt} />
          {one.summary.correctedAt && (
            <meta itemProp="dateModified" content={one.summary.correctedAt} />
          )}
          <meta itemProp="author" content={one.summary.department.name} />
          <meta itemProp="identifier" content={one.summary.number} />
        </>
      )}
      <p className="no-print">
        <Link href="/disclosures">{t('title')}</Link>
      </p>
      {!one && <h1>{t('title')}</h1>}
      {found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {one && (
        <>
          <h1 itemProp="headline">
            <Bilingual chinese={one.summary.title} english={one.summary.titleEn} />
          </h1>
          <p className={styles.tags}>
            {one.summary.validity && <ValidityTag validity={one.summary.validity} />}
            {one.summary.corrected && !one.withdrawnAt && <Tag tone="sun">{t('corrected')}</Tag>}
            {one.withdrawnAt && <Tag tone="bad">{t('withdrawn')}</Tag>}
          </p>
          {one.withdrawnAt && (
            <div className={styles.withdrawn}>
              <p>
                {t('withdrawnAt')} <DateTime value={one.withdrawnAt} />
              </p>
              <p>
                {t('reason')} <span lang="zh-CN">{one.withdrawnReason}</span>
              </p>
            </div>
          )}
          {one.film && (
            <p>
              <Link href={`/videos/${encodeURIComponent(one.summary.number)}`}>{t('watch')}</Link>
            </p>
          )}
          <Facts of={one} />
          {one.body && (
            <section aria-labelledby="text" itemProp="articleBody">
              <h2 id="text">{t('text')}</h2>
              <Body of={one.body} />
            </section>
          )}
          {one.files && one.files.length > 0 && (
            <section aria-labelledby="files">
              <h2 id="files">{t('files.title')}</h2>
              <Files number={one.summary.number} files={one.files} />
            </section>
          )}
          {one.editions.length > 1 && (
            <History number={one.summary.number} editions={one.editions} />
          )}
        </>
      )}
    </div>
  );
}
