import { useTranslation } from 'react-i18next';
import type { PowerItem } from '@/api/generated';
import { Choices, TextArea, TextField } from '@/components';
import { fieldId } from './checks';
import type { DraftText } from './draft';
import { signedOf } from './promise';
import type { DraftHandle } from './useDraft';

export type ErrorOf = (field: string) => string | undefined;

/** Who applies. Asks for no more than the item and the law need. */
export function ApplicantFields({
  item,
  handle,
  errorOf,
}: {
  item: PowerItem;
  handle: DraftHandle;
  errorOf: ErrorOf;
}) {
  const { t } = useTranslation('casework');
  const { draft, change } = handle;
  const organisation = draft.kind === 'organisation';
  const promises = signedOf(draft, item.materials) !== undefined;

  const text = (name: DraftText, field: string) => ({
    id: fieldId(field),
    name: field,
    value: draft[name],
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });

  return (
    <>
      {(item.serviceFor ?? 'both') === 'both' ? (
        <Choices
          id={fieldId('applicant.kind')}
          name="kind"
          legend={t('apply.kind')}
          error={errorOf('applicant.kind')}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { value: 'person', label: t('apply.person') },
            { value: 'organisation', label: t('apply.organisation') },
          ]}
        />
      ) : (
        <p id={fieldId('applicant.kind')} tabIndex={-1}>
          {t(item.serviceFor === 'person' ? 'apply.personOnly' : 'apply.organisationOnly')}
        </p>
      )}
      <TextField
        {...text('name', 'applicant.name')}
        label={t(organisation ? 'apply.organisationName' : 'apply.name')}
        hint={organisation ? t('apply.organisationNameHint') : undefined}
        autoComplete={organisation ? 'organization' : 'name'}
        maxLength={100}
        width={organisation ? 'full' : 'medium'}
        required
        aria-required
      />
      <TextField
        {...text('identityNumber', 'applicant.identityNumber')}
        label={t(organisation ? 'apply.creditCode' : 'apply.identityNumber')}
        hint={t(organisation ? 'apply.creditCodeHint' : 'apply.identityNumberHint')}
        optional={!promises}
        required={promises}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={30}
        width="medium"
      />
      {organisation && (
        <TextField
          {...text('contactName', 'applicant.contactName')}
          label={t('apply.contactName')}
          optional
          autoComplete="name"
          maxLength={100}
          width="medium"
        />
      )}
      <TextField
        {...text('phone', 'applicant.phone')}
        label={t('apply.phone')}
        hint={t('apply.phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={30}
        width="medium"
        required
      />
      <TextField
        {...text('address', 'applicant.address')}
        label={t('apply.address')}
        optional
        autoComplete="street-address"
        maxLength={200}
      />
    </>
  );
}

export function SubjectField({ handle, errorOf }: { handle: DraftHandle; errorOf: ErrorOf }) {
  const { t } = useTranslation('casework');
  return (
    <TextArea
      id={fieldId('subject')}
      name="subject"
      label={t('apply.subject')}
      hint={t('apply.subjectHint')}
      optional
      maxLength={500}
      value={handle.draft.subject}
      error={errorOf('subject')}
      onChange={(event) => handle.change({ subject: event.target.value })}
    />
  );
}
