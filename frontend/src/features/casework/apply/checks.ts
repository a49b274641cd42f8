import type { MaterialRequirement, PowerItem } from '@/api/generated';
import { choiceFault } from '@/lib/noticeChoice';
import { CREDIT_CODE, IDENTITY_NUMBER, plainIdentityNumber, plainPhone } from '@/lib/person';
import { type Draft, isNeeded, isProvided } from './draft';
import { promisable, replaced, signedOf } from './promise';

/** Something to change before it is sent; the names are those of the fields on the page. */
export interface Fault {
  field: string;
  text:
    | 'kind'
    | 'name'
    | 'organisationName'
    | 'phoneMissing'
    | 'phone'
    | 'identityNumber'
    | 'creditCode'
    | 'region'
    | 'noticesRequired'
    | 'noticesEmail'
    | 'material'
    | 'materialOrPromise'
    | 'promiseIdentity'
    | 'promiseName';
  material?: MaterialRequirement;
}

// The contract's own pattern.
const PHONE = /^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$/;

/** What can be seen to be wrong without asking the server, all of it at once and in the order of the page. */
export function faultsOf(
  draft: Draft,
  materials: readonly MaterialRequirement[],
  needsTownship: boolean,
  asMyself = false,
  item: Pick<PowerItem, 'promise'> = {},
): Fault[] {
  return [
    ...(asMyself ? [] : applicantFaults(draft)),
    ...(needsTownship && !draft.regionCode
      ? [{ field: 'regionCode', text: 'region' } as const]
      : []),
    ...materials
      .filter((material) => isNeeded(material) || (material.required && promisable(material)))
      .filter((material) => !isProvided(draft, material.code))
      .filter((material) => !replaced(draft, material.code, item))
      .filter((material) => !(promisable(material) && draft.late?.includes(material.code)))
      .map(
        (material) =>
          ({
            field: `materials.${material.code}`,
            text: promisable(material) ? 'materialOrPromise' : 'material',
            material,
          }) as const,
      ),
    ...promiseFaults(draft, materials),
    ...(asMyself ? [] : noticeFaults(draft)),
  ];
}

/** Whoever promises signs with their own name, and says who they are. */
function promiseFaults(draft: Draft, materials: readonly MaterialRequirement[]): Fault[] {
  const signed = signedOf(draft, materials);
  if (!signed) return [];
  const faults: Fault[] = [];
  if (!draft.identityNumber.trim()) {
    faults.push({ field: 'applicant.identityNumber', text: 'promiseIdentity' });
  }
  if (!signed.signedName || plain(signed.signedName) !== plain(draft.name)) {
    faults.push({ field: 'promise.signedName', text: 'promiseName' });
  }
  return faults;
}

const plain = (name: string) => name.replaceAll(/\s+/g, '');

/** Whoever applies with an account of their own has said all this before. */
function applicantFaults(draft: Draft): Fault[] {
  const faults: Fault[] = [];
  const person = draft.kind === 'person';
  if (!draft.kind) faults.push({ field: 'applicant.kind', text: 'kind' });
  if (!draft.name.trim()) {
    faults.push({
      field: 'applicant.name',
      text: draft.kind === 'organisation' ? 'organisationName' : 'name',
    });
  }
  const identityNumber = plainIdentityNumber(draft.identityNumber);
  if (
    identityNumber &&
    draft.kind &&
    !(person ? IDENTITY_NUMBER : CREDIT_CODE).test(identityNumber)
  ) {
    faults.push({
      field: 'applicant.identityNumber',
      text: person ? 'identityNumber' : 'creditCode',
    });
  }
  const phone = plainPhone(draft.phone);
  if (!phone) faults.push({ field: 'applicant.phone', text: 'phoneMissing' });
  else if (!PHONE.test(phone)) faults.push({ field: 'applicant.phone', text: 'phone' });
  return faults;
}

function noticeFaults({ notices }: Draft): Fault[] {
  const fault = notices && choiceFault(notices);
  if (!fault) return [];
  return fault === 'email'
    ? [{ field: 'notices.email', text: 'noticesEmail' }]
    : [{ field: 'notices.required', text: 'noticesRequired' }];
}

/** The id of the control a field of the body is filled in with. */
export function fieldId(field: string): string {
  return `apply-${field.replaceAll('.', '-')}`;
}

/** The field a problem of the server's belongs to: /materials/2/uploadId is the material it was sent for. */
export function fieldOfPointer(
  pointer: string | undefined,
  sent: readonly { code: string }[],
  takenOver: readonly { code: string }[] = [],
): string | undefined {
  if (!pointer) return undefined;
  const material = /^\/(materials|takenOver)\/(\d+)(\/|$)/.exec(pointer);
  if (material) {
    const code = (material[1] === 'materials' ? sent : takenOver)[Number(material[2])]?.code;
    return code && `materials.${code}`;
  }
  return pointer.replace(/^\//, '').replaceAll('/', '.');
}

/** What the draft holds for a field, to see whether it has been changed. */
export function valueOf(draft: Draft, field: string): unknown {
  const [first, second = ''] = field.split('.');
  if (first === 'promise') return [draft.signedName, draft.late, draft.conditions];
  if (first === 'materials') {
    return second ? [draft.files[second], draft.takenOver?.[second]] : draft.files;
  }
  return draft[(first === 'applicant' ? second : first) as keyof Draft];
}
