import { expect, test } from 'vitest';
import { fromFragment } from './holder';

test('the fragment of the message holds number and code', () => {
  expect(fromFragment('#20261121-000123-4/12345678')).toEqual({
    number: '20261121-000123-4',
    code: '12345678',
  });
});

test('any other fragment holds nothing', () => {
  for (const other of ['', '#main', '#20261121-000123-4', '#a/b', '#1/<b>']) {
    expect(fromFragment(other)).toEqual({ number: '', code: '' });
  }
});
