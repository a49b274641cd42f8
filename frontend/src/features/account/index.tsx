import { useMutation } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch, useLocation, useSearch, useSearchParams } from 'wouter';
import { startSession, signOut } from '@/api/signin/session';
import { useSession } from '@/api/signin/useSession';
import { Button, Loading } from '@/components';
import styles from './Account.module.css';
import { AgentsPage } from './agents/AgentsPage';
import { type FurtherStepsComponent, LoginPage } from './LoginPage';
import { InboxPage } from './inbox/InboxPage';
import { useUnread } from './inbox/useUnread';
import { safeNext } from './next';
import { PasswordPage } from './PasswordPage';
import { ProfilePage } from './profile/ProfilePage';
import { RegisterPage } from './register/RegisterPage';

/** Pages of other rooms that belong here; the router brings them. */
export interface AccountPages {
  cases: ComponentType;
  ownCase: ComponentType<{ caseNumber: string }>;
  ownDocument: ComponentType<{ caseNumber: string; id: string }>;
  sessions: ComponentType;
  security: ComponentType;
  data: ComponentType;
  furtherSteps: FurtherStepsComponent;
  ownRating: ComponentType<{ caseNumber: string }>;
  ownBill: ComponentType<{ caseNumber: string }>;
  ownPromise: ComponentType<{ caseNumber: string }>;
  council: ComponentType;
}

function AccountBar() {
  const { t } = useTranslation('account');
  const [location] = useLocation();
  const leave = useMutation({ mutationFn: signOut });
  const unread = useUnread();
  const place = (href: string, words: ReactNode, inside = false) => (
    <Link
      href={href}
      aria-current={
        location === href || (inside && location.startsWith('/account/cases')) ? 'page' : undefined
      }
    >
      {words}
    </Link>
  );
  return (
    <div className={`${styles.bar} no-print`}>
      <div className={`wrap ${styles.inside}`}>
        <nav aria-label={t('bar.label')}>
          {place('/account', t('bar.cases'), true)}
          {place(
            '/account/notices',
            <>
              {t('bar.notices')}
              {unread > 0 && (
                <span className={styles.count}>
                  {unread}
                  <span className="visually-hidden"> {t('bar.unread')}</span>
                </span>
              )}
            </>,
          )}
          {place('/account/agents', t('bar.agents'))}
          {place('/account/profile', t('bar.profile'))}
          {place('/account/data', t('bar.data'))}
          {place('/account/security', t('bar.security'))}
          {place('/account/sessions', t('bar.sessions'))}
        </nav>
        <Button look="quiet" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t('bar.leave')}
        </Button>
      </div>
    </div>
  );
}

const OUTSIDE = new Set(['/account/login', '/account/register', '/account/password']);

/** Everything under /account: an account of one's own, of a person or an organisation. */
export default function AccountArea({
  cases,
  ownCase: OwnCase,
  sessions,
  security,
  data,
  furtherSteps,
  ownDocument: OwnDocument,
  ownRating: OwnRating,
  ownBill: OwnBill,
  ownPromise: OwnPromise,
  council,
}: AccountPages) {
  const session = useSession();
  const [location] = useLocation();
  const search = useSearch();
  const [parameters] = useSearchParams();
  useEffect(startSession, []);

  if (session.status === 'restoring') {
    return (
      <div className="wrap">
        <Loading lines={8} />
      </div>
    );
  }
  if (session.status === 'out') {
    if (!OUTSIDE.has(location)) {
      const here = location + (search ? `?${search}` : '');
      const next = here === '/account' ? '' : `?next=${encodeURIComponent(here)}`;
      return <Redirect to={`/account/login${next}`} replace />;
    }
    return (
      <Switch>
        <Route path="/account/register" component={RegisterPage} />
        <Route path="/account/password" component={PasswordPage} />
        <Route>
          <LoginPage ended={session.ended} furtherSteps={furtherSteps} />
        </Route>
      </Switch>
    );
  }
  // The staff have pages of their own, and no cases with an account of the staff.
  if (!session.account.permissions.includes('ownCases.read')) {
    return <Redirect to="/staff" replace />;
  }
  if (OUTSIDE.has(location)) return <Redirect to={safeNext(parameters.get('next'))} replace />;
  return (
    <>
      <AccountBar />
      <Switch>
        <Route path="/account" component={cases} />
        <Route path="/account/cases/:number">
          {({ number }) => <OwnCase key={number} caseNumber={number} />}
        </Route>
        <Route path="/account/cases/:number/documents/:id">
          {({ number, id }) => <OwnDocument key={id} caseNumber={number} id={id} />}
        </Route>
        <Route path="/account/notices" component={InboxPage} />
        <Route path="/account/cases/:number/rating">
          {({ number }) => <OwnRating key={number} caseNumber={number} />}
        </Route>
        <Route path="/account/cases/:number/bill">
          {({ number }) => <OwnBill key={number} caseNumber={number} />}
        </Route>
        <Route path="/account/cases/:number/promise">
          {({ number }) => <OwnPromise key={number} caseNumber={number} />}
        </Route>
        <Route path="/account/council/*?" component={council} />
        <Route path="/account/agents" component={AgentsPage} />
        <Route path="/account/profile" component={ProfilePage} />
        <Route path="/account/data" component={data} />
        <Route path="/account/security" component={security} />
        <Route path="/account/sessions" component={sessions} />
        <Route>
          <Redirect to="/account" replace />
        </Route>
      </Switch>
    </>
  );
}
