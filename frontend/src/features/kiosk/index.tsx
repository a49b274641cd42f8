import '@/styles/index.css';
import './touch.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { setUpApi } from '@/api/setup';
import { startTexts } from '@/i18n';
import { keepPaired } from '@/lib/heartbeat';
import { initialLanguage } from '@/lib/language';
import { toProblem } from '@/lib/problem';
import { KioskScreen } from './KioskScreen';

/** What was read is forgotten with whoever read it; see `forget`. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // The cable of a hall comes back by itself, and so does the page.
      retry: (failures, error) => {
        const { status } = toProblem(error);
        return (status === 0 || status >= 500) && failures < 20;
      },
      retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 5_000),
      networkMode: 'always',
    },
  },
});

/** The touch screen of a hall (K4): an entry of its own, where nobody signs in. */
export async function startKiosk(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  keepPaired();
  const usual = initialLanguage();
  await startTexts(usual);
  setUpApi(() => i18next.language);
  const code = decodeURIComponent(/^\/kiosk\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Suspense>
          <KioskScreen code={code} usual={usual} />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
}
