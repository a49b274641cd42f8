import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import type { Account } from '@/api/generated';
import { Empty, Loading } from '@/components';
import { usePageTitle } from '@/lib/title';
import { CasePage } from './casefile/CasePage';
import { ImportsPage } from './imports/ImportsPage';
import { editsCatalogue, handlesCases } from './roles';
import { LoginPage } from './session/LoginPage';
import { startSession } from '@/api/signin/session';
import { useSession } from '@/api/signin/useSession';
import { SessionsPage } from './sessions/SessionsPage';
import { StaffBar } from './StaffBar';
import { TasksPage } from './tasks/TasksPage';

const STAFFS = new Set<unknown>([
  'listCases',
  'getCase',
  'listImports',
  'getImport',
  'staffCase',
  'listSessions',
]);

function isStaffs([first]: readonly unknown[]): boolean {
  return STAFFS.has(
    typeof first === 'object' && first !== null && '_id' in first ? first._id : first,
  );
}

function NotYours() {
  const { t } = useTranslation(['staff', 'common']);
  usePageTitle(t('notYours.title'), t('common:site.name'));
  return (
    <div className="wrap">
      <h1 className="visually-hidden">{t('notYours.title')}</h1>
      <Empty title={t('notYours.title')}>
        <p>{t('notYours.text')}</p>
      </Empty>
    </div>
  );
}

function SignedIn({ account }: { account: Account }) {
  const cases = handlesCases(account);
  const catalogue = editsCatalogue(account);
  return (
    <>
      <StaffBar account={account} />
      <Switch>
        <Route path="/staff/cases/:number">
          {({ number }) => (cases ? <CasePage key={number} caseNumber={number} /> : <NotYours />)}
        </Route>
        <Route path="/staff/imports">{catalogue ? <ImportsPage /> : <NotYours />}</Route>
        <Route path="/staff/sessions">
          <SessionsPage />
        </Route>
        <Route path="/staff">
          {cases ? (
            <TasksPage account={account} />
          ) : catalogue ? (
            <Redirect to="/staff/imports" replace />
          ) : (
            <NotYours />
          )}
        </Route>
        <Route>
          <Redirect to="/staff" replace />
        </Route>
      </Switch>
    </>
  );
}

/** Everything under /staff. Loaded only when somebody goes there. */
export default function StaffArea() {
  const session = useSession();
  const [location] = useLocation();
  const search = useSearch();
  const queries = useQueryClient();
  useEffect(startSession, []);

  // What one account saw is not there for the next.
  const account = session.status === 'in' ? session.account.account : undefined;
  useEffect(() => {
    if (!account) return;
    return () => queries.removeQueries({ predicate: ({ queryKey }) => isStaffs(queryKey) });
  }, [account, queries]);

  if (session.status === 'restoring') {
    return (
      <div className="wrap">
        <Loading lines={8} />
      </div>
    );
  }
  const atLogin = location === '/staff/login';
  if (session.status === 'out') {
    if (atLogin) return <LoginPage ended={session.ended} />;
    const here = location + (search ? `?${search}` : '');
    return (
      <Redirect
        to={here === '/staff' ? '/staff/login' : `/staff/login?next=${encodeURIComponent(here)}`}
        replace
      />
    );
  }
  return atLogin ? <Redirect to="/staff" replace /> : <SignedIn account={session.account} />;
}
