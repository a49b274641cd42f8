import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { streamEvents } from './boards.ts';
import { routes } from './routes.ts';

function send(response: ServerResponse, status: number, body: unknown, type = 'application/json') {
  response.statusCode = status;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return text;
  }
}

/** A stand-in for the backend, for working on pages without one: `npm run mock`. */
export function mockBackend(): Plugin {
  return {
    name: 'sunlit-mock-backend',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (!url.pathname.startsWith('/api/')) return next();
        if (url.pathname === '/api/v1/board/events') {
          const last = request.headers['last-event-id'] ?? url.searchParams.get('after') ?? 0;
          return streamEvents(request, response, Number(last));
        }
        void (async () => {
          for (const route of routes) {
            const match = route.path.exec(url.pathname);
            if (!match || (route.method ?? 'GET') !== request.method) continue;
            const answer = route.answer({
              parts: match.slice(1).map(decodeURIComponent),
              query: url.searchParams,
              body: await bodyOf(request),
            });
            return send(response, answer.status ?? 200, answer.body, answer.type);
          }
          send(
            response,
            404,
            {
              type: 'urn:sunlit:problem:not-found',
              title: '没有找到',
              status: 404,
              detail: `The stand-in has no ${request.method} ${url.pathname}.`,
            },
            'application/problem+json',
          );
        })();
      });
    },
  };
}
