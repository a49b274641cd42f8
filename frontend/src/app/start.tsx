import '@/styles/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setUpApi } from '@/api/setup';
import { resumeSession } from '@/api/signin/session';
import { startTexts } from '@/i18n';
import { initialMode, keepMode } from '@/lib/language';
import { toProblem } from '@/lib/problem';
import { App } from './App';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only a bad connection or a stumbling server is worth another try.
      retry: (failures, error) => {
        const { status } = toProblem(error);
        return failures < 2 && (status === 0 || status >= 500);
      },
      // Behind some walls the browser thinks it is offline while the city's own network works.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export async function startApplication(): Promise<void> {
  keepMode(initialMode());
  await startTexts();
  setUpApi(() => i18next.language);
  resumeSession();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
