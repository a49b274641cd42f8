/** 138 0013 8000 and full-width digits are how people write numbers. */
export function plainPhone(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^\+?86(?=1)/, '');
}

export function plainIdentityNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

export const MOBILE = /^1[3-9][0-9]{9}$/;
// The shapes only; the server looks at the check digits.
export const IDENTITY_NUMBER = /^[1-9][0-9]{16}[0-9X]$/;
export const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
