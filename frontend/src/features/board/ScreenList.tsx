import { useEffect, useState } from 'react';
import type { Screen } from '@/api/generated';
import type { Language } from '@/lib/language';
import { WHOLE_CITY } from './codes';
import styles from './ScreenList.module.css';
import type { Words } from './words';

const KINDS: readonly Screen['kind'][] = ['square', 'hall', 'township', 'village'];

/** The screens, asked for until they come. */
function useScreens(): { screens: readonly Screen[] | undefined; failed: boolean } {
  const [screens, setScreens] = useState<readonly Screen[]>();
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (screens) return;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        fetch('/api/v1/boards', { signal: abort.signal })
          .then(async (answer) => {
            if (!answer.ok) throw new Error(`Answered ${answer.status}`);
            setScreens((await answer.json()) as Screen[]);
          })
          .catch(() => {
            if (!abort.signal.aborted) setFailures((before) => before + 1);
          });
      },
      failures === 0 ? 0 : 5_000,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [screens, failures]);
  return { screens, failed: failures > 0 && !screens };
}

/** All screens of the city, to choose one for a wall. */
export function ScreenList({ language, words }: { language: Language; words: Words }) {
  const { screens, failed } = useScreens();
  const other = language === 'en' ? 'zh-CN' : 'en';
  useEffect(() => {
    document.title = `${words.screens} · ${words.site}`;
  }, [words]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <nav className={styles.nav}>
          <a href="/">{words.home}</a>
          <a href={`/board?lang=${other}`} lang={other} hrefLang={other}>
            {words.otherLanguage}
          </a>
        </nav>
        <h1>{words.screens}</h1>
        <p>{words.screensLead}</p>
      </header>
      <main>
        <a href={`/board/${WHOLE_CITY}`} className={styles.whole}>
          {words.wholeCity}
        </a>
        {failed && <p role="status">{words.failed}</p>}
        {KINDS.map((kind) => {
          const ofKind = (screens ?? []).filter((screen) => screen.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <section key={kind} aria-labelledby={`kind-${kind}`}>
              <h2 id={`kind-${kind}`}>{words.kinds[kind]}</h2>
              <ul role="list" className={styles.screens}>
                {ofKind.map((screen) => {
                  const english = language === 'en' ? screen.nameEn : undefined;
                  return (
                    <li key={screen.code}>
                      <a
                        href={`/board/${encodeURIComponent(screen.code)}`}
                        lang={language === 'en' && !english ? 'zh-CN' : undefined}
                      >
                        {english ?? screen.name}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </main>
    </div>
  );
}
