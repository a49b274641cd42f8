import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  findReuseForJoint,
  type JointReuseMaterial,
  supplementJointly,
  supplementJointlyAsMyself,
  type TrackedJoint,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { useApplicant } from '@/api/useApplicant';
import { Button, Name, Problem, TextArea, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { FilesField, type GivenFile } from './FilesField';
import styles from './Joint.module.css';
import { Offers, TakenNote } from './Offers';
import { offersFor, references, takenOf } from './reuse';
import type { Ticket } from './TrackPage';

/** Everything that is missing, from all departments, and the place to hand it in once. */
export function Supplement({
  tracked,
  ticket,
  onDone,
}: {
  tracked: TrackedJoint;
  ticket: Ticket;
  onDone: () => void;
}) {
  const { t } = useTranslation(['joint', 'casework']);
  const nameText = useNameText();
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const [message, setMessage] = useState('');
  const [key] = useState(newIdempotencyKey);
  const [chosen, setChosen] = useState<readonly JointReuseMaterial[]>([]);
  const applicant = useApplicant();
  const { data: offers } = useQuery({
    queryKey: ['findReuseForJoint', ticket],
    queryFn: async ({ signal }) =>
      (await findReuseForJoint({ body: ticket, signal, throwOnError: true })).data,
    enabled: applicant.status === 'known',
    // Somebody's data: no longer in memory than it is looked at.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const offered = offersFor(
    offers,
    tracked.lanes.map((lane) => lane.itemCode),
  );
  const taken = takenOf(offered, chosen);
  const send = useMutation({
    mutationFn: () => {
      const body = {
        ...ticket,
        materials: files.map((file) => ({ key: file.key, uploadId: file.uploadId })),
        ...(message.trim() && { message: message.trim() }),
      };
      const headers = { 'Idempotency-Key': key };
      const takenOver = references(taken);
      return takenOver
        ? supplementJointlyAsMyself({ body: { ...body, takenOver }, headers, throwOnError: true })
        : supplementJointly({ body, headers, throwOnError: true });
    },
    onSuccess: onDone,
  });
  const lacks = tracked.lanes.flatMap((lane) =>
    (lane.lacks ?? []).map((lack) => ({ ...lack, lane })),
  );
  const wanted = new Map(
    lacks.flatMap((lack) => (lack.materialKey ? [[lack.materialKey, lack] as const] : [])),
  );
  return (
    <section className={`${styles.attention} no-print`} aria-labelledby="supplement-title">
      <h2 id="supplement-title">{t('supplement.title')}</h2>
      <p>{t('supplement.text')}</p>
      <ol>
        {lacks.map((lack) => (
          <li key={lack.lane.caseNumber + lack.what}>
            <span lang="zh-CN">{lack.what}</span>{' '}
            <span className="quiet">
              (<Name of={lack.lane.department} />)
            </span>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        {offered.length > 0 && (
          <Offers id="supplement-reuse" offered={offered} taken={chosen} onChange={setChosen} />
        )}
        <ul role="list" className={styles.rows}>
          {[...wanted].map(([materialKey, lack]) => (
            <FilesField
              key={materialKey}
              id={`supplement-${materialKey}`}
              material={{
                key: materialKey,
                name: t('supplement.for', {
                  what: lack.what,
                  item: nameText({ name: lack.lane.itemName, nameEn: lack.lane.itemNameEn }),
                }),
              }}
              files={files}
              onChange={setFiles}
            >
              <TakenNote offer={taken.find((one) => one.key === materialKey)} />
            </FilesField>
          ))}
        </ul>
        <TextArea
          label={t('casework:correction.message')}
          optional
          rows={3}
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        {send.error && <Problem problem={toProblem(send.error)} />}
        <Button type="submit" size="large" busy={send.isPending}>
          {t('supplement.send')}
        </Button>
      </form>
    </section>
  );
}
