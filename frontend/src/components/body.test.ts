import { expect, test } from 'vitest';
import { blocks } from './Body';

test('a body is headings, items and paragraphs, and never markup', () => {
  expect(blocks('# 一\n\n文字<b>\n- 甲\n- 乙\n#无空格\n- 丙')).toEqual([
    { kind: 'heading', text: '一' },
    { kind: 'text', text: '文字<b>' },
    { kind: 'items', items: ['甲', '乙'] },
    { kind: 'text', text: '#无空格' },
    { kind: 'items', items: ['丙'] },
  ]);
  expect(blocks('\n \n')).toEqual([]);
});
