import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../Field';

type Text = Omit<ComponentProps<typeof TextField>, 'label'>;

/** How somebody who applies is reached. */
export function ContactFields({
  organisation,
  text,
}: {
  /** Organisations may name somebody to be asked for. */
  organisation: boolean;
  text: (name: 'contactName' | 'phone' | 'address') => Text;
}) {
  const { t } = useTranslation('casework');
  return (
    <>
      {organisation && (
        <TextField
          {...text('contactName')}
          label={t('apply.contactName')}
          optional
          autoComplete="name"
          maxLength={100}
          width="medium"
        />
      )}
      <TextField
        {...text('phone')}
        label={t('apply.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={30}
        width="medium"
        required
      />
      <TextField
        {...text('address')}
        label={t('apply.address')}
        optional
        autoComplete="street-address"
        maxLength={200}
      />
    </>
  );
}
