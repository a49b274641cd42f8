import '@/styles/index.css';
import './wall.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initialLanguage, keepLanguage } from '@/lib/language';
import { Board } from './Board';
import { WHOLE_CITY } from './codes';
import { ScreenList } from './ScreenList';
import { wordsIn } from './words';

/** The full-screen board: an entry of its own, without router, query or i18n library. */
export function startBoard(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const language = initialLanguage();
  keepLanguage(language);
  const screen = decodeURIComponent(/^\/board\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '');
  const words = wordsIn(language);
  createRoot(root).render(
    <StrictMode>
      {screen ? (
        <Board
          code={screen === WHOLE_CITY ? undefined : screen}
          language={language}
          words={words}
          rows={Number(new URLSearchParams(window.location.search).get('rows')) || undefined}
        />
      ) : (
        <ScreenList language={language} words={words} />
      )}
    </StrictMode>,
  );
}
