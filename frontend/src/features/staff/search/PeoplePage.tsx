import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { searchPeople } from '@/api/generated';
import { Button, Empty, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { moveThroughRows, useShortcuts } from '../shell/shortcuts';
import { TaskRow } from '../tasks/TaskRow';
import { useNow } from '../useNow';
import { forgetHandedOver, handedOver, personQuery, subscribeToHandedOver } from './person';
import styles from './SearchPage.module.css';

/** The cases of one person, of those the reader may see. Nothing is looked for before somebody presses. */
export function PeoplePage() {
  const { turn, typed } = useSyncExternalStore(subscribeToHandedOver, handedOver);
  // Not while it is drawn: that may happen more than once, and be thrown away.
  useEffect(() => forgetHandedOver, []);
  return <PersonSearch key={turn} start={typed} />;
}

function PersonSearch({ start }: { start: string }) {
  const { t } = useTranslation(['console', 'common']);
  const [typed, setTyped] = useState(start);
  const [tooLittle, setTooLittle] = useState(false);
  const now = useNow();
  usePageTitle(t('people.title'), t('common:site.name'));
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => moveThroughRows(1) },
    { keys: 'k', label: t('keys.previous'), run: () => moveThroughRows(-1) },
  ]);
  const search = useMutation({
    mutationFn: async (body: NonNullable<ReturnType<typeof personQuery>>) =>
      (await searchPeople({ body, throwOnError: true })).data,
  });
  const found = search.data;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('people.title')}</h1>
      <p className="quiet">{t('people.lead')}</p>
      <form
        role="search"
        noValidate
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          const body = personQuery(typed);
          setTooLittle(!body);
          if (body) search.mutate(body);
        }}
      >
        <TextField
          id="people-q"
          label={t('people.label')}
          error={tooLittle ? t('people.tooLittle') : undefined}
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" busy={search.isPending}>
          {t('search.go')}
        </Button>
      </form>
      {search.error && <Problem problem={toProblem(search.error)} />}
      <div role="status">
        {found && (
          <p className="quiet">
            {t(found.more ? 'people.foundMore' : 'people.found', { count: found.items.length })}
          </p>
        )}
      </div>
      {found && found.items.length === 0 && <Empty title={t('people.none')} />}
      {found && found.items.length > 0 && (
        <ol role="list">
          {found.items.map((each) => (
            <TaskRow key={each.caseNumber} summary={each} mine={false} now={now} level="h2" />
          ))}
        </ol>
      )}
    </div>
  );
}
