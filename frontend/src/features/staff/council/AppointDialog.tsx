import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  appointCouncilMember,
  type CouncilInvitation,
  type CouncilMemberKind,
} from '@/api/generated';
import { SelectField, TextField } from '@/components';
import { ActForm } from '../matters/ActForm';

export const MEMBER_KINDS: readonly CouncilMemberKind[] = [
  'supervisor',
  'enterprise',
  'projectOwner',
];

const BLANK = {
  certificate: '',
  kind: 'supervisor',
  name: '',
  organisation: '',
  appointedBy: '',
  servesFrom: '',
  servesUntil: '',
};

/** Appoints a member for a term. */
export function AppointDialog({
  idempotencyKey,
  onAppointed,
  onClose,
}: {
  idempotencyKey: string;
  onAppointed: (invitation: CouncilInvitation) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('council');
  const [typed, setTyped] = useState(BLANK);
  const names = Object.fromEntries(
    (Object.keys(BLANK) as (keyof typeof BLANK)[]).map((name) => [name, t(`appoint.${name}`)]),
  ) as Record<keyof typeof BLANK, string>;
  const missing = (Object.keys(BLANK) as (keyof typeof BLANK)[]).filter(
    (name) => name !== 'organisation' && !typed[name].trim(),
  );
  return (
    <ActForm
      texts={{
        title: t('members.appoint'),
        text: t('appoint.text'),
        missing: t('dialog.missing'),
        cancel: t('dialog.cancel'),
      }}
      names={names}
      missing={missing}
      send={async () => {
        const { organisation, ...rest } = typed;
        const { data } = await appointCouncilMember({
          headers: { 'Idempotency-Key': idempotencyKey },
          body: {
            ...rest,
            kind: typed.kind as CouncilMemberKind,
            ...(organisation.trim() && { organisation }),
          },
          throwOnError: true,
        });
        onAppointed(data);
      }}
      doing={{ onDone: onClose, onStale: () => undefined, onClose }}
    >
      {(errors) => {
        const field = (name: keyof typeof BLANK) => ({
          id: `act-${name}`,
          label: names[name],
          value: typed[name],
          error: errors[name],
          onChange: ({ target }: { target: { value: string } }) =>
            setTyped({ ...typed, [name]: target.value }),
        });
        return (
          <>
            <TextField maxLength={40} {...field('certificate')} />
            <SelectField {...field('kind')}>
              {MEMBER_KINDS.map((each) => (
                <option key={each} value={each}>
                  {t(`kind.${each}`)}
                </option>
              ))}
            </SelectField>
            <TextField maxLength={50} {...field('name')} />
            <TextField optional maxLength={100} {...field('organisation')} />
            <TextField maxLength={100} {...field('appointedBy')} />
            <TextField type="date" width="medium" {...field('servesFrom')} />
            <TextField type="date" width="medium" {...field('servesUntil')} />
          </>
        );
      }}
    </ActForm>
  );
}
