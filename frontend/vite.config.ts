import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.SUNLIT_BACKEND ?? 'http://localhost:8080';

/** The same page answers for every address of an entry, as the server does it in production. */
function entryFallback(): Plugin {
  return {
    name: 'sunlit-entry-fallback',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/board(\/[^.]*)?(\?.*)?$/.test(request.url ?? '')) request.url = '/board.html';
        next();
      });
    },
  };
}

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    entryFallback(),
    // The stand-in for the backend exists for `npm run mock` alone and never reaches a build.
    ...(mode === 'mock' ? [(await import('./mock/server.ts')).mockBackend()] : []),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    proxy: (mode === 'mock' ? {} : { '/api': backend, '/q': backend }) as Record<string, string>,
  },
  build: {
    target: 'es2022',
    // The page's content security policy allows no data: or inline resources.
    assetsInlineLimit: 0,
    manifest: true,
    rollupOptions: { input: ['index.html', 'board.html'] },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
}));
