import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listReuseForOwnCaseOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { HistoryEntry, ReuseMaterial, TrackedCase } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Problem, TextArea, useNameText } from '@/components';
import { OfferedThing, OfferRow } from '@/components/reuse';
import { toProblem } from '@/lib/problem';
import { MaterialUpload } from '@/components/upload';
import { useGivenFiles } from '@/api/useUploads';
import styles from './Correction.module.css';
import { handIn, type Holder } from './holder';

/** What the city has of it already: told to an account only. */
function useOffers(holder: Holder): readonly ReuseMaterial[] {
  const { data } = useQuery({
    ...listReuseForOwnCaseOptions({ path: { caseNumber: holder.number } }),
    enabled: holder.kind === 'account',
    // Somebody's data: no longer in memory than it is looked at.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return data?.materials ?? [];
}

/** What is missing (一次性告知), and the place to hand it in. */
export function Correction({
  tracked,
  asked,
  holder,
  onDone,
}: {
  tracked: TrackedCase;
  asked: HistoryEntry;
  holder: Holder;
  onDone: () => void;
}) {
  const { t } = useTranslation(['casework', 'common']);
  const nameText = useNameText();
  const offers = useOffers(holder);
  const [taken, setTaken] = useState<readonly ReuseMaterial[]>([]);
  const [message, setMessage] = useState('');
  const [nothing, setNothing] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const { files, uploads, remove } = useGivenFiles(() => setNothing(false));
  const missing = asked.missing ?? [];
  const named = new Set(missing.flatMap((one) => one.materialCode ?? []));
  // When the notice names no material, anything on the list may be what was meant.
  const wanted = tracked.materials.filter(
    (material) => named.size === 0 || named.has(material.code),
  );
  const others = tracked.materials.filter((material) => !wanted.includes(material));

  const send = useMutation({
    mutationFn: () =>
      handIn(
        holder,
        {
          materials: files.map(({ code, uploadId }) => ({ code, uploadId })),
          ...(taken.length > 0 && { takenOver: taken.map(({ code, from }) => ({ code, from })) }),
          ...(message.trim() && { message: message.trim() }),
        },
        key,
      ),
    onSuccess: onDone,
  });

  const row = (material: TrackedCase['materials'][number]) => (
    <MaterialUpload
      key={material.code}
      id={`supplement-${material.code}`}
      material={material}
      files={files.filter((file) => file.code === material.code)}
      uploads={uploads}
      onRemove={remove}
    >
      <ul role="list">
        {offers
          .filter((offer) => offer.code === material.code)
          .map((offer) => (
            <OfferRow
              key={offer.code}
              name={t('reuse.instead', { name: nameText(material) })}
              what={<OfferedThing offer={offer} />}
              source={offer.source}
              taken={taken.includes(offer)}
              onTake={() => {
                setNothing(false);
                setTaken([...taken, offer]);
              }}
              onLeave={() => setTaken(taken.filter((one) => one !== offer))}
            />
          ))}
      </ul>
    </MaterialUpload>
  );

  return (
    <section className={`${styles.correction} no-print`} aria-labelledby="correction-title">
      <h2 id="correction-title">{t('correction.title')}</h2>
      <ol className={styles.missing} lang="zh-CN">
        {missing.map((one) => (
          <li key={one.what}>{one.what}</li>
        ))}
      </ol>
      {asked.reason && (
        <p className={styles.reason} lang="zh-CN">
          {asked.reason}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (files.length + taken.length === 0 || uploads.busy) setNothing(true);
          else send.mutate();
        }}
      >
        <ul role="list" className={styles.list}>
          {wanted.map(row)}
        </ul>
        {others.length > 0 && (
          <details className={styles.others}>
            <summary>{t('correction.others')}</summary>
            <ul role="list" className={styles.list}>
              {others.map(row)}
            </ul>
          </details>
        )}
        <TextArea
          label={t('correction.message')}
          optional
          rows={3}
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        {nothing && (
          <p className={styles.nothing} role="alert">
            {t(uploads.busy ? 'faults.uploading' : 'correction.nothing')}
          </p>
        )}
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" size="large" busy={send.isPending}>
          {send.isPending ? t('review.sending') : t('correction.send')}
        </Button>
      </form>
    </section>
  );
}
