import type { Registration } from '@/api/generated';
import {
  CREDIT_CODE,
  IDENTITY_NUMBER,
  MOBILE,
  plainIdentityNumber,
  plainPhone,
} from '@/lib/person';

/** What somebody has filled in; kept on the page only, for there is a password in it. */
export interface RegisterForm {
  kind: Registration['kind'];
  name: string;
  identityNumber: string;
  phone: string;
  contactName: string;
  address: string;
  account: string;
  password: string;
}

export const EMPTY: RegisterForm = {
  kind: 'person',
  name: '',
  identityNumber: '',
  phone: '',
  contactName: '',
  address: '',
  account: '',
  password: '',
};

export const SHORTEST_PASSWORD = 12;

export type FormField = keyof RegisterForm;

export interface FormFault {
  field: FormField;
  text:
    | 'name'
    | 'organisationName'
    | 'identityNumber'
    | 'creditCode'
    | 'phone'
    | 'account'
    | 'password';
}

const NAME = /^[A-Za-z][A-Za-z0-9._-]{3,39}$/;

/** What can be seen to be wrong without asking the server, in the order of the page. */
export function faultsOf(form: RegisterForm): FormFault[] {
  const faults: FormFault[] = [];
  const person = form.kind === 'person';
  const number = plainIdentityNumber(form.identityNumber);
  if (!form.name.trim()) {
    faults.push({ field: 'name', text: person ? 'name' : 'organisationName' });
  }
  if (person ? number && !IDENTITY_NUMBER.test(number) : !CREDIT_CODE.test(number)) {
    faults.push({ field: 'identityNumber', text: person ? 'identityNumber' : 'creditCode' });
  }
  if (!MOBILE.test(plainPhone(form.phone))) faults.push({ field: 'phone', text: 'phone' });
  if ([...form.password].length < SHORTEST_PASSWORD) {
    faults.push({ field: 'password', text: 'password' });
  }
  if (form.account.trim() && !NAME.test(form.account.trim())) {
    faults.push({ field: 'account', text: 'account' });
  }
  return faults;
}

/** The form as the contract wants it; what was left empty is left out. */
export function toRegistration(form: RegisterForm): Registration {
  const given = (text: string) => text.trim() || undefined;
  return {
    kind: form.kind,
    name: form.name.trim(),
    identityNumber: plainIdentityNumber(form.identityNumber) || undefined,
    phone: plainPhone(form.phone),
    password: form.password,
    address: given(form.address),
    account: given(form.account),
    contactName: form.kind === 'organisation' ? given(form.contactName) : undefined,
  };
}

/** What one signs in with afterwards. */
export function signInName(form: RegisterForm): string {
  return form.account.trim() || plainPhone(form.phone);
}
