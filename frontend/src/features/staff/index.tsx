import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import type { Account } from '@/api/generated';
import { useForgetting } from '@/api/forgetting';
import { startSession } from '@/api/signin/session';
import { useSession } from '@/api/signin/useSession';
import { Empty, Loading } from '@/components';
import { usePageTitle } from '@/lib/title';
import { tendDesk } from './desk';
import { mayAny, type Permission } from './rights';
import { IdleGuard } from './session/IdleGuard';
import { LoginPage } from './session/LoginPage';
import { SignInAgain } from './session/SignInAgain';
import { PLACES } from './shell/navigation';
import { homeOf } from './shell/places';
import { Outside, Shell } from './shell/Shell';
import { SignedInAs } from './shell/SignedInAs';
import { useMe } from './shell/useMe';

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

function Waiting() {
  return (
    <div className="wrap">
      <Loading lines={8} />
    </div>
  );
}

function Pages({ account }: { account: Account }) {
  const routes: { path: string; page: ComponentType; rights: readonly Permission[] }[] =
    PLACES.flatMap(({ path, page, inner = [], rights }) =>
      [...inner, { path, page }].map((each) => ({ ...each, rights })),
    );
  return (
    <Switch>
      {/* Whoever has no cases begins where their work is. */}
      {homeOf(account) !== '/staff' && (
        <Route path="/staff">
          <Redirect to={homeOf(account)} replace />
        </Route>
      )}
      {routes.map(({ path, page: Page, rights }) => (
        <Route key={path} path={path}>
          {mayAny(account, rights) ? <Page /> : <NotYours />}
        </Route>
      ))}
      <Route>
        <Redirect to="/staff" replace />
      </Route>
    </Switch>
  );
}

/** Everything under /staff. Loaded only when somebody goes there. */
export default function StaffArea() {
  const session = useSession();
  const [location] = useLocation();
  const search = useSearch();
  const queries = useQueryClient();
  useEffect(() => {
    startSession();
    tendDesk();
  }, []);

  // Whose session ended by itself is still here, behind the question to sign in again.
  const [last, setLast] = useState<Account>();
  if (session.status === 'in' && session.account !== last) setLast(session.account);
  if (session.status === 'out' && !session.ended && last) setLast(undefined);

  useForgetting(last?.account);
  const signedIn = session.status === 'in';
  useEffect(() => {
    if (signedIn)
      void queries.refetchQueries({
        type: 'active',
        predicate: ({ state }) => state.status === 'error',
      });
  }, [signedIn, queries]);

  if (session.status === 'restoring') {
    return (
      <Outside>
        <Waiting />
      </Outside>
    );
  }
  const atLogin = location === '/staff/login';
  const inPlace = session.status === 'out' && session.ended && last !== undefined && !atLogin;
  if (session.status === 'out' && !inPlace) {
    if (atLogin) {
      return (
        <Outside>
          <LoginPage ended={session.ended} />
        </Outside>
      );
    }
    const here = location + (search ? `?${search}` : '');
    return (
      <Redirect
        to={here === '/staff' ? '/staff/login' : `/staff/login?next=${encodeURIComponent(here)}`}
        replace
      />
    );
  }
  if (atLogin) return <Redirect to="/staff" replace />;
  const here = session.status === 'in' ? session.account : last;
  if (!here) return <Outside>{null}</Outside>;
  // People and organisations have pages of their own.
  if (here.permissions.includes('ownCases.read')) return <Redirect to="/account" replace />;
  return (
    <>
      <SignedIn key={here.account} as={here} veiled={inPlace} />
      {session.status === 'in' && <IdleGuard />}
      {inPlace && <SignInAgain account={here.account} />}
    </>
  );
}

function SignedIn({ as, veiled }: { as: Account; veiled: boolean }) {
  const account = useMe(as);
  return (
    <SignedInAs value={account}>
      <Shell veiled={veiled}>
        <Suspense fallback={<Waiting />}>
          <Pages account={account} />
        </Suspense>
      </Shell>
    </SignedInAs>
  );
}
