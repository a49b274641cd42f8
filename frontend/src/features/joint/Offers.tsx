import type { ReactNode } from 'react';
import type { JointReuseMaterial } from '@/api/generated';
import { Tag, useNameText } from '@/components';
import { OfferedThing, OfferRow, OffersSection } from '@/components/reuse';
import { useTranslation } from 'react-i18next';
import { sameThing, takenOf } from './reuse';

/** What the city has already from whoever is signed in; each thing once, for all departments. */
export function Offers({
  id,
  offered,
  taken,
  onChange,
  fieldsLeft = false,
  onAllFields,
  children,
}: {
  id: string;
  offered: readonly JointReuseMaterial[];
  taken: readonly JointReuseMaterial[];
  onChange: (taken: readonly JointReuseMaterial[]) => void;
  /** Whether a field of {@link children} isn't filled in yet. */
  fieldsLeft?: boolean;
  onAllFields?: () => void;
  /** A row for each field that can be filled in. */
  children?: ReactNode;
}) {
  const nameText = useNameText();
  const now = takenOf(offered, taken);
  return (
    <OffersSection
      id={id}
      anythingLeft={fieldsLeft || now.length < offered.length}
      onAll={() => {
        onChange(offered);
        onAllFields?.();
      }}
    >
      {children}
      {offered.map((offer) => (
        <OfferRow
          key={offer.key}
          name={nameText(offer)}
          what={<OfferedThing offer={offer} />}
          source={offer.source}
          taken={now.includes(offer)}
          onTake={() => onChange([...taken, offer])}
          onLeave={() => onChange(taken.filter((one) => !sameThing(one, offer)))}
        />
      ))}
    </OffersSection>
  );
}

/** What stands in the place of a file. */
export function TakenNote({ offer }: { offer: JointReuseMaterial | undefined }) {
  const { t } = useTranslation('casework');
  return offer ? (
    <p>
      <Tag tone="good">{t('reuse.taken')}</Tag> <OfferedThing offer={offer} />
    </p>
  ) : null;
}
