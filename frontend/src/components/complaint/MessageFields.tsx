import { useTranslation } from 'react-i18next';
import { Checks } from '../Checks';
import { Choices, SelectField, TextArea, TextField } from '../Field';
import { useNameText } from '../Values';

const KINDS = ['enquiry', 'suggestion', 'complaint', 'help'] as const;
const NAMINGS = ['named', 'withheld', 'anonymous'] as const;

/** What somebody says, as it is typed. */
export interface Message {
  kind: (typeof KINDS)[number] | undefined;
  naming: (typeof NAMINGS)[number];
  subject: string;
  text: string;
  name: string;
  phone: string;
  place: string;
  departmentCode: string;
  caseNumber: string;
  mayPublish: boolean;
}

export const emptyMessage: Message = {
  kind: undefined,
  naming: 'named',
  subject: '',
  text: '',
  name: '',
  phone: '',
  place: '',
  departmentCode: '',
  caseNumber: '',
  mayPublish: false,
};

/** The fields that are missing still. */
export function messageErrors(message: Message): (keyof Message)[] {
  const needed: (keyof Message)[] = ['kind', 'subject', 'text'];
  if (message.naming !== 'anonymous') needed.push('name', 'phone');
  return needed.filter((field) => !String(message[field] ?? '').trim());
}

/** The fields of a message, the same for who writes it and for who writes it down. */
export function MessageFields({
  message,
  errors,
  departments,
  onChange,
}: {
  message: Message;
  /** By field. */
  errors: Record<string, string>;
  departments: readonly { code: string; name: string; nameEn?: string | undefined }[];
  onChange: (message: Message) => void;
}) {
  const { t } = useTranslation('complaint');
  const nameText = useNameText();
  const field = (name: keyof Message) => ({
    id: `message-${name}`,
    value: String(message[name] ?? ''),
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      onChange({ ...message, [name]: target.value }),
  });
  return (
    <>
      <Choices
        id="message-kind"
        name="kind"
        legend={t('field.kind')}
        error={errors.kind}
        choices={KINDS.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: t(`kindHint.${kind}`),
        }))}
        value={message.kind}
        onChange={(kind) => onChange({ ...message, kind })}
      />
      <TextField
        label={t('field.subject')}
        hint={t('field.subjectHint')}
        maxLength={100}
        {...field('subject')}
      />
      <TextArea
        label={t('field.text')}
        hint={t('field.textHint')}
        rows={7}
        maxLength={5000}
        {...field('text')}
      />
      <TextField label={t('field.place')} optional maxLength={200} {...field('place')} />
      <SelectField
        label={t('field.department')}
        hint={t('field.departmentHint')}
        optional
        {...field('departmentCode')}
      >
        <option value="">{t('field.departmentUnknown')}</option>
        {departments.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('field.caseNumber')}
        hint={t('field.caseNumberHint')}
        optional
        maxLength={40}
        width="medium"
        {...field('caseNumber')}
      />
      <Choices
        id="message-naming"
        name="naming"
        legend={t('field.naming')}
        choices={NAMINGS.map((naming) => ({
          value: naming,
          label: t(`naming.${naming}`),
          hint: t(`namingHint.${naming}`),
        }))}
        value={message.naming}
        onChange={(naming) => onChange({ ...message, naming })}
      />
      {message.naming !== 'anonymous' && (
        <>
          <TextField
            label={t('field.name')}
            maxLength={60}
            width="medium"
            autoComplete="name"
            {...field('name')}
          />
          <TextField
            label={t('field.phone')}
            hint={t('field.phoneHint')}
            type="tel"
            maxLength={30}
            width="medium"
            autoComplete="tel"
            {...field('phone')}
          />
        </>
      )}
      <Checks
        legend={t('field.publish')}
        hint={t('field.publishHint')}
        choices={[{ value: 'mayPublish', label: t('field.mayPublish') }]}
        values={message.mayPublish ? ['mayPublish'] : []}
        onChange={(values) => onChange({ ...message, mayPublish: values.length > 0 })}
      />
    </>
  );
}
