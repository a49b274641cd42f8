import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { OwnSession } from '@/api/generated';
import { client } from '@/api/generated/client.gen';
import common from '@/i18n/zh-CN/common.json';
import staff from '@/i18n/zh-CN/staff.json';
import { deviceNames } from './device';
import { SessionsPage } from './SessionsPage';

const HERE: OwnSession = {
  id: '00000000-0000-4000-8000-000000000001',
  begunAt: '2026-11-21T08:30:00+08:00',
  lastUsedAt: '2026-11-21T09:00:00+08:00',
  expiresAt: '2026-11-21T20:30:00+08:00',
  device: { browser: 'Firefox', system: 'Windows' },
  current: true,
};
const PHONE: OwnSession = {
  ...HERE,
  id: '00000000-0000-4000-8000-000000000002',
  device: { browser: 'WeChat', system: 'Android' },
  current: false,
};

const requests: string[] = [];
let there: OwnSession[] = [];

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { common, staff } },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
});

beforeEach(() => {
  requests.length = 0;
  there = [PHONE, HERE];
  client.setConfig({
    baseUrl: 'http://localhost',
    fetch: vi.fn(async (request: Request) => {
      const { pathname } = new URL(request.url);
      requests.push(`${request.method} ${pathname}`);
      if (request.method === 'GET') return Response.json(there);
      there = there.filter((each) => !pathname.endsWith(each.id));
      return new Response(null, { status: 204 });
    }) as typeof fetch,
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionsPage />
    </QueryClientProvider>,
  );
});

it('shows this device first and says which it is', async () => {
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first?.textContent).toContain('Firefox（Windows）');
  expect(first?.textContent).toContain('当前设备');
  expect(second?.textContent).toContain('微信（Android）');
  expect(second?.textContent).not.toContain('当前设备');
});

it('asks before it signs a device out, and then says so where the focus is', async () => {
  const button = await screen.findByRole('button', { name: '退出：微信（Android）' });
  button.focus();
  fireEvent.click(button);
  fireEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(requests).toEqual(['GET /api/v1/auth/sessions']);

  fireEvent.click(button);
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退出' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
  expect(requests).toContain(`DELETE /api/v1/auth/sessions/${PHONE.id}`);
  expect(screen.getByRole('status').textContent).toBe('已退出：微信（Android）。');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('status')));
});

it('calls browsers what they are called in the language', () => {
  expect(deviceNames({ browser: 'WeChat' }, 'zh-CN').browser).toBe('微信');
  expect(deviceNames({ browser: 'WeChat' }, 'en').browser).toBe('WeChat');
  expect(deviceNames({}, 'zh-CN')).toEqual({ browser: undefined, system: undefined });
});
