import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import common from '@/i18n/zh-CN/common.json';
import { NETWORK_PROBLEM } from '@/lib/problem';
import { ErrorSummary, Problem, TextField } from '.';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { common } },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
});

it('ties label, hint and error to the control', () => {
  render(<TextField label="电话" hint="手机或座机" error="电话不对" name="phone" />);
  const box = screen.getByLabelText('电话');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  const described = (box.getAttribute('aria-describedby') ?? '').split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(
    '电话不对',
  );
});

it('takes the focus to the summary and from there to the field', () => {
  render(
    <>
      <ErrorSummary errors={[{ fieldId: 'phone', text: '电话不对' }]} />
      <TextField id="phone" label="电话" />
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  fireEvent.click(screen.getByRole('link', { name: '电话不对' }));
  expect(document.activeElement).toBe(screen.getByLabelText('电话'));
});

it("shows the server's own words, and ours when it has none", () => {
  const { rerender } = render(
    <Problem problem={{ type: 'urn:x', title: '版本已过期', status: 412, detail: '请刷新。' }} />,
  );
  expect(screen.getByText('版本已过期')).toBeTruthy();
  rerender(<Problem problem={{ type: NETWORK_PROBLEM, title: '', status: 0 }} />);
  expect(screen.getByText('网络连接不上')).toBeTruthy();
});
