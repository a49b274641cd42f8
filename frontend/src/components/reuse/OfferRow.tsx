import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Tag } from '@/components';
import { DocumentName, FromApplication } from './Origin';
import styles from './Reuse.module.css';
import type { OfferView, SourceView } from './types';

/** Something that needn't be typed or handed in, with where it is from. */
export function OfferRow({
  name,
  what,
  source,
  taken,
  onTake,
  onLeave,
}: {
  name: string;
  what: ReactNode;
  source: SourceView;
  taken: boolean;
  onTake: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('casework');
  const id = useId();
  return (
    <li className={styles.row} data-taken={taken || undefined}>
      <div className={styles.about}>
        <p className={styles.name} id={id}>
          {name} {taken && <Tag tone="good">{t('reuse.taken')}</Tag>}
        </p>
        <p className={styles.what}>{what}</p>
        <p className={styles.from}>
          <FromApplication source={source} />
        </p>
      </div>
      <Button
        look={taken ? 'quiet' : 'secondary'}
        aria-describedby={id}
        onClick={taken ? onLeave : onTake}
      >
        {t(taken ? 'reuse.leave' : 'reuse.take')}
      </Button>
    </li>
  );
}

/** The decision or the file that is offered. */
export function OfferedThing({ offer }: { offer: OfferView }) {
  return offer.document ? <DocumentName document={offer.document} /> : (offer.fileName ?? '');
}
