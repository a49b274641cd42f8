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
        if (/^\/kiosk\/[^.]*$/.test(request.url ?? '')) request.url = '/kiosk.html';
        if (/^\/api-docs\/?(\?.*)?$/.test(request.url ?? '')) request.url = '/api-docs.html';
        next();
      });
    },
  };
}

/**
 * Files of styles reach the page in whatever order its parts are loaded, and the first that is seen
 * decides the order of the layers. So every file says it first.
 */
function layersInOrder(): Plugin {
  const order = '@layer reset, tokens, base, components, features, utilities;';
  return {
    name: 'sunlit-layers',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.css$/.test(id)) return null;
      return { code: `${order}\n${code}`, map: null };
    },
  };
}

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    entryFallback(),
    layersInOrder(),
    // The stand-in for the backend exists for `npm run mock` alone and never reaches a build.
    ...(mode === 'mock' ? [(await import('./mock/server.ts')).mockBackend()] : []),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    proxy: (mode === 'mock' ? {} : { '/api': backend, '/q': backend }) as Record<string, string>,
  },
  preview: { proxy: { '/api': backend, '/q': backend } },
  build: {
    target: 'es2022',
    // The page's content security policy allows no data: or inline resources.
    assetsInlineLimit: 0,
    manifest: true,
    rollupOptions: { input: ['index.html', 'board.html', 'kiosk.html', 'api-docs.html'] },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
}));
