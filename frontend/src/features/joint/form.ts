import type { JointMaterial, JointTheme } from '@/api/generated';
import type { Promised, Word } from './promises';
import { isNeeded } from './promises';
import { CREDIT_CODE, IDENTITY_NUMBER, plainIdentityNumber, plainPhone } from '@/lib/person';

/** What is in the form. */
export interface Filled {
  answers: Record<string, string>;
  kind: 'person' | 'organisation' | undefined;
  name: string;
  identityNumber: string;
  phone: string;
  address: string;
  contactName: string;
  subject: string;
}

/** Something to change before it is sent. */
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
    | 'promiseIdentity'
    | 'promiseName';
  material?: JointMaterial;
  question?: boolean;
}

// The contract's own pattern.
const PHONE = /^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$/;

/** The items it takes with these answers, without those that are granted already. */
export function chosenItems(
  theme: JointTheme,
  answers: Readonly<Record<string, string>>,
  granted: readonly string[] = [],
) {
  return theme.items.filter(
    ({ itemCode, onlyIf }) =>
      !granted.includes(itemCode) &&
      (!onlyIf || onlyIf.answers.includes(answers[onlyIf.question] ?? '')),
  );
}

/** What those items ask for, each thing once. */
export function materialsFor(
  theme: JointTheme,
  answers: Readonly<Record<string, string>>,
  granted: readonly string[] = [],
): JointMaterial[] {
  const chosen = new Set(chosenItems(theme, answers, granted).map((item) => item.itemCode));
  return theme.materials.flatMap((material) => {
    const usedBy = material.usedBy.filter((use) => chosen.has(use.itemCode));
    const first = usedBy[0];
    // The key is a material's first use among what is applied for.
    return first ? [{ ...material, usedBy, key: `${first.itemCode}/${first.code}` }] : [];
  });
}

/** Questions without an answer. */
export function answerFaults(
  theme: JointTheme,
  answers: Readonly<Record<string, string>>,
): Fault[] {
  return theme.questions
    .filter((question) => !answers[question.code])
    .map((question) => ({ field: `answers.${question.code}`, text: 'kind', question: true }));
}

/** Materials that can't be left out and aren't there. */
export function materialFaults(
  theme: JointTheme,
  materials: readonly JointMaterial[],
  files: readonly { key: string }[],
  word: Word,
): Fault[] {
  return materials
    .filter(
      (material) =>
        isNeeded(theme, material, word) && !files.some((file) => file.key === material.key),
    )
    .map((material) => ({ field: `material.${material.key}`, text: 'kind', material }));
}

const plain = (name: string) => name.replace(/\s+/g, '');

/** Whoever promises signs; with their own name, where the form knows it. */
export function signatureFaults(all: readonly Promised[], word: Word, name?: string): Fault[] {
  const wrong =
    !plain(word.signedName) || (name !== undefined && plain(word.signedName) !== plain(name));
  return all.length > 0 && wrong ? [{ field: 'promise.signedName', text: 'promiseName' }] : [];
}

/**
 * Everything that can be seen to be wrong without asking the server, in the order of the page.
 *
 * @param given everything that is handed in or taken over
 * @param known the name of whoever is signed in, whose account says the rest
 */
export function faultsOf(
  theme: JointTheme,
  filled: Filled,
  given: readonly { key: string }[],
  word: Word,
  promises: readonly Promised[],
  known: string | undefined,
): Fault[] {
  return [
    ...answerFaults(theme, filled.answers),
    ...(known === undefined ? applicantFaults(filled, promises) : []),
    ...materialFaults(theme, materialsFor(theme, filled.answers), given, word),
    ...signatureFaults(promises, word, known ?? filled.name),
  ];
}

function applicantFaults(filled: Filled, promises: readonly Promised[]): Fault[] {
  const faults: Fault[] = [];
  const organisation = filled.kind === 'organisation';
  if (!filled.kind) faults.push({ field: 'kind', text: 'kind' });
  if (!filled.name.trim()) {
    faults.push({ field: 'name', text: organisation ? 'organisationName' : 'name' });
  }
  const number = plainIdentityNumber(filled.identityNumber);
  if (!number && promises.length > 0) {
    faults.push({ field: 'identityNumber', text: 'promiseIdentity' });
  }
  if (number && filled.kind && !(organisation ? CREDIT_CODE : IDENTITY_NUMBER).test(number)) {
    faults.push({ field: 'identityNumber', text: organisation ? 'creditCode' : 'identityNumber' });
  }
  const phone = plainPhone(filled.phone);
  if (!phone) faults.push({ field: 'phone', text: 'phoneMissing' });
  else if (!PHONE.test(phone)) faults.push({ field: 'phone', text: 'phone' });
  return faults;
}
