import { describe, expect, it } from 'vitest';
import { EMPTY, faultsOf, signInName, toRegistration } from './form';

const person = { ...EMPTY, name: '王小明', phone: '138 0013 8000', password: 'long enough for it' };

describe('the form to register', () => {
  it('asks a person for a name, a mobile number and a password', () => {
    expect(faultsOf(EMPTY).map((fault) => fault.field)).toEqual(['name', 'phone', 'password']);
    expect(faultsOf(person)).toEqual([]);
  });
  it('asks an organisation for its code too', () => {
    const firm = { ...person, kind: 'organisation' as const };
    expect(faultsOf(firm)).toEqual([{ field: 'identityNumber', text: 'creditCode' }]);
    expect(faultsOf({ ...firm, identityNumber: '91350100m000100y43' })).toEqual([]);
  });
  it('leaves out what is empty, and signs in with the number unless there is a name', () => {
    expect(toRegistration(person)).toEqual({
      kind: 'person',
      name: '王小明',
      phone: '13800138000',
      password: 'long enough for it',
    });
    expect(signInName(person)).toBe('13800138000');
    expect(signInName({ ...person, account: ' wang.xm ' })).toBe('wang.xm');
  });
});
