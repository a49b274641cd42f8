import type { ProjectRegistration } from '@/api/generated';
import { CREDIT_CODE, plainIdentityNumber, plainPhone } from '@/lib/person';

/** What is in the form of a registration. */
export interface Filled {
  name: string;
  site: string;
  scale: string;
  /** In units of ten thousand yuan 万元. */
  investment: string;
  applicantName: string;
  creditCode: string;
  contactName: string;
  phone: string;
  address: string;
}

export const EMPTY: Filled = {
  name: '',
  site: '',
  scale: '',
  investment: '',
  applicantName: '',
  creditCode: '',
  contactName: '',
  phone: '',
  address: '',
};

export type FaultText =
  | 'nameShort'
  | 'namePersonal'
  | 'site'
  | 'scale'
  | 'investment'
  | 'applicantName'
  | 'creditCode'
  | 'phone';

const FEN_IN_TEN_THOUSAND_YUAN = 1_000_000;
const PHONE = /^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$/;
const INVESTMENT = /^[0-9]{1,9}(\.[0-9]{1,6})?$/;
const SHORTEST_NAME = 4;

/** Everything that can be seen to be wrong without asking the server, in the order of the page. */
export function faultsOf(filled: Filled): { field: keyof Filled; text: FaultText }[] {
  const faults: { field: keyof Filled; text: FaultText }[] = [];
  if (filled.name.trim().length < SHORTEST_NAME) faults.push({ field: 'name', text: 'nameShort' });
  else if (/[0-9]{7}/.test(filled.name)) faults.push({ field: 'name', text: 'namePersonal' });
  if (!filled.site.trim()) faults.push({ field: 'site', text: 'site' });
  if (!filled.scale.trim()) faults.push({ field: 'scale', text: 'scale' });
  if (filled.investment.trim() && !INVESTMENT.test(filled.investment.trim())) {
    faults.push({ field: 'investment', text: 'investment' });
  }
  if (!filled.applicantName.trim()) faults.push({ field: 'applicantName', text: 'applicantName' });
  if (!CREDIT_CODE.test(plainIdentityNumber(filled.creditCode))) {
    faults.push({ field: 'creditCode', text: 'creditCode' });
  }
  if (!PHONE.test(plainPhone(filled.phone))) faults.push({ field: 'phone', text: 'phone' });
  return faults;
}

/** What the form says, as the contract wants it. */
export function bodyOf(pathCode: string, filled: Filled): ProjectRegistration {
  const investment = filled.investment.trim();
  return {
    pathCode,
    name: filled.name.trim(),
    site: filled.site.trim(),
    scale: filled.scale.trim(),
    ...(investment && {
      investmentFen: Math.round(Number(investment) * FEN_IN_TEN_THOUSAND_YUAN),
    }),
    applicant: {
      kind: 'organisation',
      name: filled.applicantName.trim(),
      identityNumber: plainIdentityNumber(filled.creditCode),
      phone: plainPhone(filled.phone),
      ...(filled.contactName.trim() && { contactName: filled.contactName.trim() }),
      ...(filled.address.trim() && { address: filled.address.trim() }),
    },
  };
}
