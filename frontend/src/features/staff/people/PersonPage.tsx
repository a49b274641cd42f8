import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getStaffMemberOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Name, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import type { Change } from './change';
import { ChangeDialog } from './ChangeDialog';
import styles from './people.module.css';
import { StateTag } from './PeoplePage';
import { PersonAbsences } from './PersonAbsences';
import { PersonFacts } from './PersonFacts';
import { PersonLetters } from './PersonLetters';
import { PersonPosts } from './PersonPosts';
import { PersonWays } from './PersonWays';

/** Somebody: what is written down of them, their posts, absences and letters. */
export function PersonPage() {
  const { t } = useTranslation(['people', 'common']);
  const { account = '' } = useParams<{ account: string }>();
  const queries = useQueryClient();
  const found = useQuery(getStaffMemberOptions({ path: { account: decodeURIComponent(account) } }));
  const [asked, setAsked] = useState<Change>();
  const person = found.data;
  usePageTitle(person?.name ?? t('title'), t('common:site.name'));

  if (found.error)
    return (
      <div className={`wrap ${styles.page}`}>
        <h1>{t('title')}</h1>
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!person)
    return (
      <div className={`wrap ${styles.page}`}>
        <h1 className="visually-hidden">{t('title')}</h1>
        <Loading lines={10} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/people">{t('title')}</Link>
      </p>
      <div className={styles.head}>
        <h1>
          <Name of={person} /> <StateTag state={person.state} />
        </h1>
        {person.manageable && <PersonWays person={person} onAsk={setAsked} />}
      </div>
      <PersonFacts person={person} />
      <PersonPosts person={person} onAsk={setAsked} />
      <PersonAbsences person={person} onAsk={setAsked} />
      {(person.roles.includes('chiefRepresentative') || person.authorisations.length > 0) && (
        <PersonLetters person={person} onAsk={setAsked} />
      )}
      <p className={styles.section}>
        <Link
          href={`/staff/administration/changes?kind=person&subject=${encodeURIComponent(person.account)}`}
        >
          {t('changes.ofThis')}
        </Link>
      </p>
      {asked && (
        <ChangeDialog
          {...asked}
          onDone={() => {
            setAsked(undefined);
            void queries.invalidateQueries();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
