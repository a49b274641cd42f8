import { describe, expect, it } from 'vitest';
import { around, controlId, valueAt, withValueAt } from './pointer';

const form = { content: { fees: [{ name: '工本费' }], note: 'x' } };

describe('pointers into a form', () => {
  it('find what stands there', () => {
    expect(valueAt(form, '/content/fees/0/name')).toBe('工本费');
    expect(valueAt(form, '/content/windows/0')).toBeUndefined();
    expect(valueAt({ 'a/b': 1 }, '/a~1b')).toBe(1);
  });
  it('put another value there and leave the old form as it was', () => {
    const after = withValueAt(form, '/content/fees/0/name', '登记费');
    expect(after.content.fees[0]).toEqual({ name: '登记费' });
    expect(form.content.fees[0]).toEqual({ name: '工本费' });
    expect(withValueAt(form, '/content/note', undefined).content).not.toHaveProperty('note');
    expect(withValueAt({}, '/content/name', '新')).toEqual({ content: { name: '新' } });
  });
  it('lead to the nearest control', () => {
    expect(controlId('/content/fees/0')).toBe('at-content-fees-0');
    expect(around('/content/fees/0')).toEqual(['/content/fees/0', '/content/fees', '/content']);
    expect(around('code')).toEqual(['code']);
  });
});
