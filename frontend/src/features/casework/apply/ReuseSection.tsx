import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRegionsOptions, listReuseOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { PowerItem, ReuseMaterial, ReuseOffers } from '@/api/generated';
import { Button, Tag, useNameText } from '@/components';
import { DocumentName, FromApplication } from './Origin';
import { anythingLeft, filled, withAll, withMaterial } from './reuse';
import styles from './ReuseSection.module.css';
import type { DraftHandle } from './useDraft';

/** What the city has already from whoever is signed in. */
function useReuse(itemCode: string): ReuseOffers | undefined {
  const { data } = useQuery({
    ...listReuseOptions({ query: { itemCode } }),
    // Somebody's data: no longer in memory than it is looked at.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return data;
}

function Row({
  name,
  what,
  from,
  taken,
  onTake,
  onLeave,
}: {
  name: string;
  what: React.ReactNode;
  from: React.ReactNode;
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
        <p className={styles.from}>{from}</p>
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

/** What needn't be typed or handed in, each with where it is from, and one press for all of it. */
export function ReuseSection({ item, handle }: { item: PowerItem; handle: DraftHandle }) {
  const { t } = useTranslation('casework');
  const nameText = useNameText();
  const offers = useReuse(item.code);
  const regional = offers?.fields.some(({ field }) => field === 'regionCode') ?? false;
  const { data: regions } = useQuery({
    ...listRegionsOptions(),
    enabled: regional,
    staleTime: 300_000,
  });
  if (!offers || offers.fields.length + offers.materials.length === 0) return null;
  const { draft } = handle;
  const nameOf = (material: ReuseMaterial) => {
    const asked = item.materials.find(({ code }) => code === material.code);
    return asked ? nameText(asked) : material.code;
  };
  const value = (field: ReuseOffers['fields'][number]) => {
    const region = regions?.find(({ code }) => code === field.value);
    return field.field === 'regionCode' && region ? nameText(region) : field.value;
  };
  return (
    <section className={styles.section} aria-labelledby="apply-reuse">
      <div className={styles.head}>
        <h2 id="apply-reuse">{t('reuse.title')}</h2>
        {anythingLeft(draft, offers) ? (
          <Button onClick={() => handle.change(withAll(draft, offers))}>{t('reuse.all')}</Button>
        ) : (
          <p role="status">{t('reuse.done')}</p>
        )}
      </div>
      <p className="quiet">{t('reuse.hint')}</p>
      <ul role="list">
        {offers.fields.map((field) => (
          <Row
            key={field.field}
            name={t(field.field === 'subject' ? 'apply.subject' : 'apply.township')}
            what={value(field)}
            from={<FromApplication source={field.source} />}
            taken={filled(draft, field)}
            onTake={() => handle.change({ [field.field]: field.value })}
            onLeave={() => handle.change({ [field.field]: '' })}
          />
        ))}
        {offers.materials.map((material) => (
          <Row
            key={material.code}
            name={nameOf(material)}
            what={
              material.document ? (
                <DocumentName document={material.document} />
              ) : (
                (material.fileName ?? '')
              )
            }
            from={<FromApplication source={material.source} />}
            taken={draft.takenOver?.[material.code] !== undefined}
            onTake={() => handle.change(withMaterial(draft, material, true))}
            onLeave={() => handle.change(withMaterial(draft, material, false))}
          />
        ))}
      </ul>
    </section>
  );
}
