import { afterEach, describe, expect, it } from 'vitest';
import { fromFragment, placeLeft } from './holder';

afterEach(() => sessionStorage.clear());

describe('a bill', () => {
  it('is opened by number and code in the fragment', () => {
    const found = { number: '20261121-000123-4', code: '7K3QX-9FMZT' };
    expect(fromFragment('#20261121-000123-4/7K3QX-9FMZT')).toEqual(found);
    expect(fromFragment('#J20261121-000012-4/7K3QX9FMZT').number).toBe('J20261121-000012-4');
    expect(fromFragment('#main')).toEqual({ number: '', code: '' });
  });
  it('is come back to, and to nowhere else', () => {
    expect(placeLeft()).toBe('/bill');
    sessionStorage.setItem('sunlit.paying', '/account/cases/20261121-000123-4/bill');
    expect(placeLeft()).toBe('/account/cases/20261121-000123-4/bill');
    for (const foreign of ['//evil.example', 'https://evil.example', '/billing', '/staff']) {
      sessionStorage.setItem('sunlit.paying', foreign);
      expect(placeLeft()).toBe('/bill');
    }
  });
});
