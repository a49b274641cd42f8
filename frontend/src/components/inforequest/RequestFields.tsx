import { useTranslation } from 'react-i18next';
import { Checks } from '../Checks';
import type { SummaryError } from '../ErrorSummary';
import { Choices, SelectField, TextArea, TextField } from '../Field';
import { useNameText } from '../Values';
import styles from './InfoRequest.module.css';
import type { ApplicantKind, Department, Form, Way } from './types';

const KINDS = ['person', 'organisation'] as const;
const FORMS = ['electronic', 'paper', 'inspection'] as const;
const WAYS = ['online', 'email', 'post', 'pickUp'] as const;
const NEEDED = ['department', 'name', 'identityNumber', 'title', 'description'] as const;

/** A request as it is typed. */
export interface TypedRequest {
  department: string;
  applicantKind: ApplicantKind;
  name: string;
  identityNumber: string;
  contact: string;
  phone: string;
  email: string;
  address: string;
  title: string;
  description: string;
  form: Form;
  way: Way;
  suggestsPublication: boolean;
}

export const emptyRequest: TypedRequest = {
  department: '',
  applicantKind: 'person',
  name: '',
  identityNumber: '',
  contact: '',
  phone: '',
  email: '',
  address: '',
  title: '',
  description: '',
  form: 'electronic',
  way: 'online',
  suggestsPublication: false,
};

/** The fields that still have to be filled in; of the ways to reach somebody one. */
export function requestErrors(typed: TypedRequest): string[] {
  const missing: string[] = NEEDED.filter((field) => !typed[field].trim());
  if (!typed.phone.trim() && !typed.email.trim() && !typed.address.trim()) missing.push('phone');
  if (typed.way === 'post' && !typed.address.trim()) missing.push('address');
  if (typed.way === 'email' && !typed.email.trim()) missing.push('email');
  return missing;
}

/** As it is sent: nothing that is empty. */
export function requestBody(typed: TypedRequest) {
  const { contact, phone, email, address, ...needed } = typed;
  const given = Object.fromEntries(
    Object.entries({ contact, phone, email, address })
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value),
  );
  return { ...needed, ...given };
}

/** What the texts of a request are called. */
function useFieldNames(kind: ApplicantKind) {
  const { t } = useTranslation('inforequest');
  const organisation = kind === 'organisation';
  return {
    department: t('field.department'),
    title: t('field.title'),
    description: t('field.description'),
    name: t(organisation ? 'field.organisationName' : 'field.name'),
    identityNumber: t(organisation ? 'field.creditCode' : 'field.identityNumber'),
    contact: t('field.contact'),
    phone: t('field.phone'),
    email: t('field.email'),
    address: t('field.address'),
  };
}

/** What is wrong as it stands above the form: each with the name of its field. */
export function useRequestSummary(
  kind: ApplicantKind,
  errors: Record<string, string>,
  others: Record<string, string> = {},
): SummaryError[] {
  const { t } = useTranslation('common');
  const names: Record<string, string> = { ...useFieldNames(kind), ...others };
  return Object.entries(errors).map(([name, text]) => ({
    fieldId: `request-${name}`,
    text: names[name] ? t('form.errorIn', { field: names[name], text }) : text,
  }));
}

/** Who asks, what for, and how it is to be given (政府信息公开条例第二十九条). */
export function RequestFields({
  typed,
  errors,
  departments,
  onChange,
}: {
  typed: TypedRequest;
  errors: Record<string, string>;
  /** Which can be asked; none where it is settled. */
  departments?: readonly Department[];
  onChange: (typed: TypedRequest) => void;
}) {
  const { t } = useTranslation('inforequest');
  const nameText = useNameText();
  const names = useFieldNames(typed.applicantKind);
  const organisation = typed.applicantKind === 'organisation';
  const field = (
    name: Exclude<keyof TypedRequest, 'suggestsPublication' | 'applicantKind' | 'form' | 'way'>,
  ) => ({
    id: `request-${name}`,
    label: names[name],
    value: typed[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      onChange({ ...typed, [name]: target.value }),
  });
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('new.what')}</legend>
        {departments && (
          <SelectField hint={t('field.departmentHint')} {...field('department')}>
            <option value="">{t('field.choose')}</option>
            {departments.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField hint={t('field.titleHint')} maxLength={100} {...field('title')} />
        <TextArea
          hint={t('field.descriptionHint')}
          rows={5}
          maxLength={3000}
          {...field('description')}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('new.who')}</legend>
        <Choices
          name="applicantKind"
          legend={t('field.applicantKind')}
          choices={KINDS.map((each) => ({ value: each, label: t(`applicantKind.${each}`) }))}
          value={typed.applicantKind}
          onChange={(applicantKind) => onChange({ ...typed, applicantKind })}
        />
        <TextField maxLength={100} {...field('name')} />
        <TextField
          hint={organisation ? undefined : t('field.identityHint')}
          maxLength={30}
          {...field('identityNumber')}
        />
        {organisation && <TextField optional maxLength={60} {...field('contact')} />}
        <p className="quiet">{t('field.contactHint')}</p>
        <TextField type="tel" maxLength={30} {...field('phone')} />
        <TextField type="email" optional maxLength={100} {...field('email')} />
        <TextField optional maxLength={200} {...field('address')} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('new.how')}</legend>
        <Choices
          name="form"
          legend={t('field.form')}
          choices={FORMS.map((each) => ({ value: each, label: t(`form.${each}`) }))}
          value={typed.form}
          onChange={(form) => onChange({ ...typed, form })}
        />
        <Choices
          name="way"
          legend={t('field.way')}
          choices={WAYS.map((each) => ({ value: each, label: t(`way.${each}`) }))}
          value={typed.way}
          onChange={(way) => onChange({ ...typed, way })}
        />
        <Checks
          legend={t('field.suggests')}
          choices={[{ value: 'suggests', label: t('field.suggestsPublication') }]}
          values={typed.suggestsPublication ? ['suggests'] : []}
          onChange={(values) => onChange({ ...typed, suggestsPublication: values.length > 0 })}
        />
      </fieldset>
    </>
  );
}
