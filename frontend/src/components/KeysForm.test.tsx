import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import common from '@/i18n/zh-CN/common.json';
import { NO_KEYS, useKeys } from '@/lib/keys';
import { KeysForm } from '.';

const TEXTS = {
  number: '编号',
  numberMissing: '请填写编号',
  code: '查询码',
  codeMissing: '请填写查询码',
  find: '查询',
};

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { common } },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
});

beforeEach(() => {
  window.location.hash = '';
});

function form(wrong?: string) {
  const onFind = vi.fn();
  render(
    <KeysForm id="x" texts={TEXTS} start={NO_KEYS} wrong={wrong} busy={false} onFind={onFind} />,
  );
  return onFind;
}

const press = () => fireEvent.click(screen.getByRole('button', { name: '查询' }));

it('says of each of the two that it is missing, at every press', () => {
  const onFind = form();
  press();
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
    '请填写编号',
    '请填写查询码',
  ]);
  screen.getByLabelText('编号').focus();
  press();
  expect(document.activeElement).toBe(summary);
  expect(onFind).not.toHaveBeenCalled();
});

it('asks with what was typed, without the spaces around it', () => {
  const onFind = form();
  fireEvent.change(screen.getByLabelText('编号'), { target: { value: ' 20261121-000123-4 ' } });
  fireEvent.change(screen.getByLabelText('查询码'), { target: { value: 'ABCDE-FGHJK ' } });
  press();
  expect(onFind).toHaveBeenCalledExactlyOnceWith({
    number: '20261121-000123-4',
    code: 'ABCDE-FGHJK',
  });
});

it('tells why nothing was found, unless something is missing now', () => {
  form('没有找到');
  expect(screen.getByRole('link').textContent).toBe('没有找到');
  press();
  expect(screen.queryByRole('link', { name: '没有找到' })).toBeNull();
});

it('takes keys scanned while the page is open, and no other fragment', () => {
  const read = (fragment: string) => {
    const [number = '', code = ''] = fragment.slice(1).split('/');
    return { number, code };
  };
  window.location.hash = '#1/A';
  const { result } = renderHook(() => useKeys(read));
  expect(result.current.keys).toEqual({ number: '1', code: 'A' });
  const arrives = (fragment: string) =>
    act(() => {
      window.location.hash = fragment;
      window.dispatchEvent(new Event('hashchange'));
    });
  arrives('#main');
  expect(result.current).toMatchObject({ keys: { number: '1', code: 'A' }, scanned: 0 });
  arrives('#2/B');
  expect(result.current.keys).toEqual({ number: '2', code: 'B' });
  expect(result.current.scanned).toBeGreaterThan(0);
});
