import { fireEvent, render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import common from '@/i18n/zh-CN/common.json';
import { FlowChart } from './FlowChart';
import { roundedPath } from './paths';
import type { FlowView } from './types';
import { textWidth, wrapEvenly, wrapText } from './wrap';

const step = (id: string, kind: string, name: string) => ({
  id,
  kind,
  name,
  countsTowardLimit: true,
  materials: [],
  risks: [],
});

const flow: FlowView = {
  code: 'four-step',
  name: '四步流程',
  steps: [
    step('submit', 'submission', '申请'),
    {
      ...step('accept', 'acceptance', '受理'),
      post: { code: 'window', name: '窗口受理岗' },
      limit: { amount: 1, unit: 'workingDays' },
      risks: [{ grade: 'A', risk: '刁难申请人', measure: '一次性告知' }],
    },
    step('done', 'closure', '办结'),
  ],
  edges: [
    { from: 'submit', to: 'accept', outcome: 'pass' },
    { from: 'accept', to: 'done', outcome: 'pass' },
  ],
  diagram: {
    width: 120,
    height: 300,
    nodes: ['submit', 'accept', 'done'].map((id, index) => ({
      id,
      x: 10,
      y: 10 + index * 100,
      width: 100,
      height: 60,
    })),
    edges: [
      {
        from: 'submit',
        to: 'accept',
        outcome: 'pass',
        points: [
          { x: 60, y: 70 },
          { x: 60, y: 110 },
        ],
      },
    ],
    readingOrder: ['submit', 'accept', 'done'],
  },
};

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { common } },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
});

describe('texts in boxes', () => {
  it('counts Chinese characters as one and Latin letters as about half', () => {
    expect(textWidth('受理')).toBe(2);
    expect(textWidth('review')).toBeLessThan(4);
  });
  it('keeps Latin words whole and closing punctuation off the start of a line', () => {
    expect(wrapText('Document review', 6, 2)).toEqual(['Document', 'review']);
    expect(wrapText('材料不符，退回', 4, 2)[1]).toBe('退回');
  });
  it('leaves no character alone on the last line', () => {
    expect(wrapEvenly('不符合申请条件', 6, 3)).toEqual(['不符合申', '请条件']);
    expect(wrapEvenly('受理', 6, 3)).toEqual(['受理']);
  });
  it('ends what is too long in an ellipsis', () => {
    expect(wrapText('关于对在本行政区域内从事危险化学品经营', 5, 2).at(-1)).toMatch(/…$/);
  });
});

describe('lines', () => {
  it('rounds corners without leaving the line', () => {
    const path = roundedPath([
      { x: 0, y: 0 },
      { x: 0, y: 40 },
      { x: 40, y: 40 },
    ]);
    expect(path).toBe('M0 0L0 32Q0 40 8 40L40 40');
  });
  it('draws nothing from nothing', () => {
    expect(roundedPath([])).toBe('');
  });
});

describe('the chart', () => {
  it('tells how long steps take to who wants to know, and nothing of too few', () => {
    const figures = {
      unit: 'workingDays' as const,
      minimum: 5,
      steps: [
        { stepId: 'accept', open: 3, cases: 40, medianMinutes: 90, ninetiethMinutes: 2880 },
        { stepId: 'done', open: 1 },
      ],
    };
    render(<FlowChart flow={flow} figures={figures} />);
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '看实际用时' }));
    expect(
      screen.getByRole('button', {
        name: /一半不超过1.5 小时，九成不超过2 个工作日，在办 3 件/,
      }),
    ).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows[2]?.textContent).toContain('办件太少');
    expect(rows[2]?.textContent).toContain('< 5');
    fireEvent.click(screen.getByRole('button', { name: '不看用时' }));
    expect(screen.queryByRole('table')).toBeNull();
  });
  it('offers every step as a button in reading order, saying what it is', () => {
    render(<FlowChart flow={flow} />);
    const names = screen
      .getAllByRole('button', { name: /^\d/ })
      .map((button) => button.getAttribute('aria-label'));
    expect(names[0]).toMatch(/^1 申请/);
    expect(names[1]).toMatch(/受理，窗口受理岗，1个工作日，有廉政风险点/);
    expect(names).toHaveLength(3);
  });

  it('marks where a case is and what is behind it', () => {
    render(<FlowChart flow={flow} progress={{ current: ['accept'], done: ['submit'] }} />);
    const current = screen.getByRole('button', { current: 'step' });
    expect(current).toHaveProperty('dataset.step', 'accept');
    expect(screen.getByRole('button', { name: /申请.*已完成/ })).toBeTruthy();
  });

  it('opens the risks and measures of a step by keyboard', () => {
    render(<FlowChart flow={flow} />);
    fireEvent.keyDown(screen.getByRole('button', { name: /受理/ }), { key: 'Enter' });
    expect(screen.getByText('刁难申请人')).toBeTruthy();
    expect(screen.getByText(/一次性告知/)).toBeTruthy();
  });

  it('says the same in words', () => {
    render(<FlowChart flow={flow} progress={{ current: ['accept'], done: ['submit'] }} />);
    fireEvent.click(screen.getByRole('button', { name: '看文字版' }));
    const items = screen.getAllByRole('listitem');
    expect(within(items[1]!).getByText('当前环节')).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });
});
