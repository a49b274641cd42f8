import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Bilingual, Button, Empty, Loading, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { moveThroughRows, useShortcuts } from '../shell/shortcuts';
import { TaskRow } from '../tasks/TaskRow';
import { useNow } from '../useNow';
import styles from './SearchPage.module.css';
import { useFound } from './useFound';

const SHOWN = 30;

/** Everything that was found, to be looked through at leisure. */
export function SearchPage() {
  const { t } = useTranslation(['console', 'common']);
  const [parameters] = useSearchParams();
  const q = parameters.get('q')?.trim() ?? '';
  usePageTitle(t('search.title'), t('common:site.name'));
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => moveThroughRows(1) },
    { keys: 'k', label: t('keys.previous'), run: () => moveThroughRows(-1) },
  ]);
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('search.title')}</h1>
      <AskAgain key={q} q={q} />
      {q !== '' && <Found q={q} />}
    </div>
  );
}

function AskAgain({ q }: { q: string }) {
  const { t } = useTranslation('console');
  const [, setParameters] = useSearchParams();
  const [typed, setTyped] = useState(q);
  return (
    <form
      role="search"
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        setParameters({ q: typed.trim() });
      }}
    >
      <TextField
        id="search-q"
        type="search"
        label={t('search.placeholder')}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t('search.go')}</Button>
    </form>
  );
}

function Found({ q }: { q: string }) {
  const { t } = useTranslation('console');
  const { cases, items, seesCases, searching, error } = useFound(q, SHOWN);
  const now = useNow();
  return (
    <>
      {error && <Problem problem={toProblem(error)} />}
      {seesCases && (
        <section aria-labelledby="found-cases">
          <h2 id="found-cases" className={list.part}>
            {t('search.group.cases')} <span>{cases?.total}</span>
          </h2>
          {!cases && searching && <Loading lines={4} />}
          {cases && cases.items.length === 0 && <Empty title={t('search.noCases')} />}
          <ol role="list">
            {cases?.items.map((each) => (
              <TaskRow key={each.caseNumber} summary={each} mine={false} now={now} />
            ))}
          </ol>
          {cases && cases.total > cases.items.length && (
            <p className={styles.more}>
              <Link href={`/staff?scope=department&q=${encodeURIComponent(q)}`}>
                {t('search.allCases', { count: cases.total })}
              </Link>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="found-items">
        <h2 id="found-items" className={list.part}>
          {t('search.group.items')} <span>{items?.total}</span>
        </h2>
        {!items && searching && <Loading lines={4} />}
        {items && items.items.length === 0 && <Empty title={t('search.noItems')} />}
        <ol role="list">
          {items?.items.map((item) => (
            <li key={item.code} className={list.row}>
              <h3 className={list.item}>
                <Link href={`/services/${item.code}`} data-row>
                  <Bilingual chinese={item.name} english={item.nameEn} />
                </Link>
              </h3>
              <p className={list.meta}>
                {item.code} ·{' '}
                <Bilingual chinese={item.department.name} english={item.department.nameEn} />
              </p>
            </li>
          ))}
        </ol>
        {items && items.total > items.items.length && (
          <p className={styles.more}>
            <Link href={`/services?q=${encodeURIComponent(q)}`}>
              {t('search.allItems', { count: items.total })}
            </Link>
          </p>
        )}
      </section>
    </>
  );
}
