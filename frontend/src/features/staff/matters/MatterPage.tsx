import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Derivation as Counted } from '@/api/generated';
import { Loading, Problem } from '@/components';
import { Derivation } from '@/components/case';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { useNow } from '../useNow';
import styles from './Matters.module.css';

/** A matter by its number: what it is once it is there, or that there is none. */
export function MatterPage<Matter>({
  number,
  back,
  gone,
  found,
  children,
}: {
  number: string;
  /** The list it is on. */
  back: { href: string; text: string };
  gone: string;
  found: UseQueryResult<Matter, unknown>;
  children: (matter: Matter, onChanged: () => void) => ReactNode;
}) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  usePageTitle(number, t('site.name'));
  const problem = found.isError ? toProblem(found.error) : undefined;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href={back.href}>{back.text}</Link>
      </p>
      {problem && problem.status !== 404 && (
        <Problem problem={problem} onRetry={() => void found.refetch()} />
      )}
      {problem?.status === 404 && (
        <>
          <h1>{number}</h1>
          <p role="status">{gone}</p>
        </>
      )}
      {found.isPending && <Loading lines={10} />}
      {found.data !== undefined &&
        !problem &&
        children(found.data, () => void queries.invalidateQueries())}
    </div>
  );
}

/** What it is called, where it stands, and what was written. */
export function MatterHead({
  title,
  tag,
  line,
  text,
}: {
  title: string;
  tag: ReactNode;
  line: ReactNode;
  text: string;
}) {
  return (
    <>
      <div className={styles.head}>
        <h1 lang="zh-CN">{title}</h1>
        {tag}
      </div>
      <p className="quiet">{line}</p>
      <p lang="zh-CN" className={styles.text}>
        {text}
      </p>
    </>
  );
}

/** How its day was counted. */
export function MatterDeadline({ title, deadline }: { title: string; deadline: Counted }) {
  const now = useNow();
  return (
    <>
      <h2>{title}</h2>
      <Derivation deadline={deadline} now={now} />
    </>
  );
}
