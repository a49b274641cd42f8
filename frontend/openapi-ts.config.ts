import { defineConfig } from '@hey-api/openapi-ts';

// The client is generated from the contract at the top of the repository and never committed.
export default defineConfig({
  input: '../openapi.yaml',
  output: { path: 'src/api/generated', clean: true },
  logs: { level: 'warn', file: false },
  // Streams are read by hand.
  parser: {
    filters: {
      operations: { exclude: ['GET /api/v1/board/events', 'GET /api/v1/supervision/events'] },
    },
  },
  plugins: [
    { name: '@hey-api/typescript', enums: false },
    '@hey-api/sdk',
    { name: '@hey-api/client-fetch', runtimeConfigPath: '../client.ts' },
    { name: '@tanstack/react-query', queryOptions: true, infiniteQueryOptions: true },
  ],
});
