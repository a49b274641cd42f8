import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kiosk } from '@/api/generated';
import { getKiosk } from '@/api/generated';
import { Loading, Name } from '@/components';
import { useLanguage } from '@/i18n';
import { useHeartbeat } from '@/lib/heartbeat';
import type { Language } from '@/lib/language';
import { toProblem } from '@/lib/problem';
import { Attract } from './Attract';
import { Department, Departments, Find, Theme, Themes } from './Find';
import { forget, speak } from './forget';
import { HallToday, Places } from './Hall';
import { Home } from './Home';
import { Item } from './Item';
import styles from './Kiosk.module.css';
import { ATTRACT, back, onwards, type Step } from './steps';
import { Track } from './Track';
import { useEnclosed, usePresence, useScanner } from './useVisit';

// Most visitors come for a service or a case: what is read besides comes when it is asked for.
const Fees = lazy(() => import('./Published').then((m) => ({ default: m.Fees })));
const News = lazy(() => import('./Published').then((m) => ({ default: m.News })));
const Publication = lazy(() => import('./Published').then((m) => ({ default: m.Publication })));

const LOOK_AGAIN = 5_000;

function Page({ step, kiosk, go }: { step: Step; kiosk: Kiosk; go: (step: Step) => void }) {
  switch (step.at) {
    case 'attract':
      return <Attract kiosk={kiosk} onTouch={() => go({ at: 'home' })} />;
    case 'home':
      return <Home go={go} />;
    case 'find':
      return <Find go={go} />;
    case 'departments':
      return <Departments go={go} />;
    case 'department':
      return <Department code={step.code} go={go} />;
    case 'themes':
      return <Themes go={go} />;
    case 'theme':
      return <Theme code={step.code} go={go} />;
    case 'item':
      return <Item code={step.code} printer={kiosk.printer} />;
    case 'track':
      return <Track keys={step.keys} />;
    case 'windows':
      return <HallToday kiosk={kiosk} />;
    case 'fees':
      return <Fees />;
    case 'news':
      return <News go={go} />;
    case 'publication':
      return <Publication number={step.number} />;
    case 'places':
      return <Places kiosk={kiosk} />;
  }
}

/** Somebody seems to have left: says so, and what will be forgotten. */
function Leaving({ seconds, onStay }: { seconds: number; onStay: () => void }) {
  const { t } = useTranslation('kiosk');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.leaving} aria-labelledby="leaving">
      <h2 id="leaving">{t('leaving.title')}</h2>
      <p role="timer" className={styles.countdown}>
        {seconds}
      </p>
      <p>{t('leaving.text')}</p>
      <button type="button" className={styles.strong} onClick={onStay}>
        {t('leaving.stay')}
      </button>
    </dialog>
  );
}

function Bar({
  walked,
  lower,
  onBack,
  onHome,
  onLower,
  onEnd,
}: {
  walked: readonly Step[];
  lower: boolean;
  onBack: () => void;
  onHome: () => void;
  onLower: () => void;
  onEnd: () => void;
}) {
  const { t } = useTranslation(['kiosk', 'common']);
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const waiting = walked.at(-1)?.at === 'attract';
  return (
    <nav className={`${styles.bar} no-print`} aria-label={t('bar.label')}>
      {!waiting && (
        <>
          <button type="button" onClick={onBack} disabled={walked.length < 2}>
            {t('bar.back')}
          </button>
          <button type="button" onClick={onHome}>
            {t('bar.home')}
          </button>
        </>
      )}
      <button type="button" aria-pressed={lower} onClick={onLower}>
        {t('bar.lower')}
      </button>
      <button type="button" lang={other} onClick={() => speak(other)}>
        {t('common:language.otherInOtherLanguage')}
      </button>
      {!waiting && (
        <button type="button" className={styles.end} onClick={onEnd}>
          {t('bar.end')}
        </button>
      )}
    </nav>
  );
}

/** What the screen is; what was said last stays while the network is gone. */
function useKiosk(code: string) {
  const [known, setKnown] = useState<Kiosk>();
  const [heardAt, setHeardAt] = useState<number>();
  const found = useQuery({
    queryKey: ['kiosk', 'self', code],
    queryFn: async ({ signal }) => {
      const { data } = await getKiosk({ path: { kiosk: code }, signal, throwOnError: true });
      setKnown(data);
      setHeardAt(Date.now());
      return data;
    },
    refetchInterval: LOOK_AGAIN,
    refetchIntervalInBackground: true,
    staleTime: 0,
    retry: false,
  });
  const status = found.error ? toProblem(found.error).status : undefined;
  return { kiosk: known, heardAt, unknown: status === 404 || status === 400, lost: !!found.error };
}

function Message({ children }: { children: ReactNode }) {
  return <main className={styles.message}>{children}</main>;
}

/** One visit after the other, each without a trace of the one before. */
export function KioskScreen({ code, usual }: { code: string; usual: Language }) {
  const { t } = useTranslation(['kiosk', 'common']);
  const queries = useQueryClient();
  const { kiosk, heardAt, unknown, lost } = useKiosk(code);
  const [walked, setWalked] = useState(ATTRACT);
  const [visit, setVisit] = useState(0);
  const [lower, setLower] = useState(false);
  const step = walked.at(-1) ?? { at: 'attract' };
  const end = () => {
    forget(queries, usual);
    setWalked(ATTRACT);
    setLower(false);
    setVisit(visit + 1);
  };
  const { presence, stay } = usePresence(step.at !== 'attract', kiosk?.idleSeconds ?? 60, end);
  const main = useRef<HTMLElement>(null);
  useScanner((keys) => {
    setVisit(visit + 1);
    setWalked(onwards(ATTRACT, { at: 'track', keys }));
  });
  useEnclosed();
  useHeartbeat(step.at === 'attract' ? 'kiosk' : 'kiosk, in use', heardAt);
  const here = walked.length;
  useEffect(() => {
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [here, step.at]);
  useEffect(() => {
    document.title = `${t('title')} · ${t('common:site.name')}`;
  }, [t]);

  if (unknown) {
    return (
      <Message>
        <h1>{t('unknown')}</h1>
        <p className="lead">{t('unknownText')}</p>
      </Message>
    );
  }
  if (!kiosk) {
    return (
      <Message>
        <h1>{t('title')}</h1>
        {lost ? <p role="status">{t('lost')}</p> : <Loading lines={4} />}
      </Message>
    );
  }
  return (
    <div
      key={visit}
      className={styles.screen}
      data-lower={lower || undefined}
      data-waiting={step.at === 'attract' || undefined}
    >
      <header className={`${styles.head} no-print`}>
        <p>
          <b>{t('common:site.name')}</b> <Name of={kiosk} />
        </p>
        {lost && (
          <p role="status" className={styles.lost}>
            {t('lost')}
          </p>
        )}
      </header>
      <main ref={main} tabIndex={-1} className={styles.main} data-at={step.at}>
        <Suspense fallback={<Loading lines={6} />}>
          <Page step={step} kiosk={kiosk} go={(next) => setWalked(onwards(walked, next))} />
        </Suspense>
      </main>
      <Bar
        walked={walked}
        lower={lower}
        onBack={() => setWalked(back(walked))}
        onHome={() => setWalked([{ at: 'home' }])}
        onLower={() => setLower(!lower)}
        onEnd={end}
      />
      {presence.is === 'leaving' && <Leaving seconds={presence.seconds} onStay={stay} />}
    </div>
  );
}
