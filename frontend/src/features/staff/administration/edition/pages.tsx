import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { ButtonLink, Loading, Name, Problem, useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Edition.module.css';

interface Version {
  version: number;
  effectiveFrom: string;
}

/** Everything of a kind that is kept as data, each with its versions, the newest first. */
interface Edition<V extends Version> {
  code: string;
  versions: readonly V[];
}

interface Named {
  name: string;
  nameEn?: string | undefined;
}

/** All that is kept of a kind, with its editions, also those to come. */
export function EditionsPage<V extends Version>({
  path,
  title,
  lead,
  add,
  editions,
  named,
  more,
}: {
  /** Address of this page; its editors are below it. */
  path: string;
  title: string;
  lead: string;
  add: string;
  editions: UseQueryResult<Edition<V>[], unknown>;
  named: (version: V) => Named;
  /** What else is to be said of one, by its code. */
  more?: (code: string) => ReactNode;
}) {
  const { t } = useTranslation(['administration', 'common']);
  const language = useLanguage();
  usePageTitle(title, t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <p>
        <ButtonLink href={`${path}/new`}>{add}</ButtonLink>
      </p>
      {editions.isPending && <Loading lines={6} />}
      {editions.isError && (
        <Problem problem={toProblem(editions.error)} onRetry={() => void editions.refetch()} />
      )}
      <ul role="list" className={styles.list}>
        {editions.data?.map(({ code, versions }) => (
          <li key={code}>
            <h2>
              <Link href={`${path}/${code}`}>
                {versions[0] && <Name of={named(versions[0])} />}
              </Link>
            </h2>
            <ul>
              {versions.map((one) => (
                <li key={one.version}>
                  {t('edition.version', {
                    version: one.version,
                    from: formatDate(one.effectiveFrom, language, 'date'),
                  })}
                </li>
              ))}
            </ul>
            {more?.(code)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The frame of an editor: where it leads back to, what it is called, and the newest version once it is there. */
export function EditionPage<V extends Version>({
  path,
  back,
  add,
  edit,
  editions,
  named,
  children,
}: {
  path: string;
  back: string;
  add: string;
  edit: (name: string) => string;
  editions: UseQueryResult<Edition<V>[], unknown>;
  named: (version: V) => Named;
  /** The editor; without code and newest version for something new. */
  children: (code: string | undefined, newest: V | undefined) => ReactNode;
}) {
  const { t } = useTranslation('common');
  const nameText = useNameText();
  const { code = '' } = useParams<{ code: string }>();
  const newest = editions.data?.find((one) => one.code === code)?.versions[0];
  const fresh = code === 'new';
  const title = fresh ? add : edit(newest ? nameText(named(newest)) : code);
  usePageTitle(title, t('site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href={path}>{back}</Link>
      </p>
      <h1>{title}</h1>
      {editions.isPending && <Loading lines={10} />}
      {editions.isError && (
        <Problem problem={toProblem(editions.error)} onRetry={() => void editions.refetch()} />
      )}
      {editions.data && (fresh || newest) && (
        <div key={code}>{children(fresh ? undefined : code, newest)}</div>
      )}
    </div>
  );
}
