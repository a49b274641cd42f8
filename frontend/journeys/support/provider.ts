import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the authorization endpoint was asked, kept until the code is traded for tokens. */
interface Grant {
  redirectUri: string;
  nonce: string;
  challenge: string;
  employee: string;
}

export interface IdentityProvider {
  /** What the application has to be told to use it. */
  settings: Record<string, string>;
  stop: () => Promise<void>;
}

const CLIENT = 'sunlit-journeys';
const SECRET = randomUUID();
const KEY_ID = 'journeys';

const base64url = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0).toString()};`);

async function form(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

function signInPage(asked: URLSearchParams): string {
  const kept = [...asked]
    .map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    )
    .join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>统一身份认证</title></head><body><main>
<h1>统一身份认证</h1><form method="post" action="/authorize">${kept}
<label>工号 <input name="employee"></label> <button>登录</button></form></main></body></html>`;
}

/**
 * A city's identity provider of its own, speaking OpenID Connect (Core 1.0 with Discovery and PKCE)
 * on loopback. Under another host name than the application, so that the way there and back
 * crosses sites as it would in a city. Whoever types a staff number is that employee.
 */
export async function startProvider(application: string): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  let issuer = '';

  function idToken({ nonce, employee }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const content = [
      base64url({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }),
      base64url({
        iss: issuer,
        sub: `employee-${employee}`,
        aud: CLIENT,
        iat: now,
        exp: now + 300,
        nonce,
        employee,
      }),
    ].join('.');
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
  }

  function authorize(asked: URLSearchParams): string {
    const code = randomUUID();
    grants.set(code, {
      redirectUri: asked.get('redirect_uri') ?? '',
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      employee: asked.get('employee') ?? '',
    });
    const back = new URL(asked.get('redirect_uri') ?? application);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.href;
  }

  /** Tokens for a code: once, to the client that asked, at the same address, with the verifier. */
  function tokens(asked: URLSearchParams, authorization = ''): object | undefined {
    const code = asked.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const known =
      authorization === `Basic ${Buffer.from(`${CLIENT}:${SECRET}`).toString('base64')}`;
    if (!known || grant?.challenge !== verifier) return undefined;
    if (grant.redirectUri !== asked.get('redirect_uri')) return undefined;
    return {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 300,
      id_token: idToken(grant),
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /.well-known/openid-configuration':
        json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
        break;
      case 'GET /keys':
        json({
          keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: KEY_ID }],
        });
        break;
      case 'GET /authorize':
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end(signInPage(url.searchParams));
        break;
      case 'POST /authorize':
        response.writeHead(303, { Location: authorize(await form(request)) }).end();
        break;
      case 'POST /token': {
        const given = tokens(await form(request), request.headers.authorization);
        json(given ?? { error: 'invalid_grant' }, given ? 200 : 400);
        break;
      }
      default:
        response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No port');
  issuer = `http://localhost:${address.port}`;
  return {
    settings: {
      SUNLIT_IDENTITY_UNIFIED_ISSUER: issuer,
      SUNLIT_IDENTITY_UNIFIED_CLIENT_ID: CLIENT,
      SUNLIT_IDENTITY_UNIFIED_CLIENT_SECRET: SECRET,
      SUNLIT_IDENTITY_UNIFIED_REDIRECT_URI: `${application}/api/v1/auth/unified-identity/callback`,
      SUNLIT_IDENTITY_UNIFIED_ACCOUNT_CLAIM: 'employee',
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
