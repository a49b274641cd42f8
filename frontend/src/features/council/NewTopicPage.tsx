import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { type CouncilTopicKind, openCouncilTopic } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import { Choices, SelectField, useNameText } from '@/components';
import { Writing } from '@/components/council';
import { usePageTitle } from '@/lib/title';
import styles from './Council.module.css';
import { KINDS, ownTopicPath } from './RoomPage';

/** Begins a topic: asks a department, observes, discusses. */
export function NewTopicPage() {
  const { t } = useTranslation(['council', 'common']);
  const given = useGivenFiles();
  const nameText = useNameText();
  const [, goTo] = useLocation();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const [kind, setKind] = useState<CouncilTopicKind>();
  const [department, setDepartment] = useState('');
  usePageTitle(t('new.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/account/council">{t('room.title')}</Link>
      </p>
      <h1>{t('new.title')}</h1>
      <p className="lead">{t('new.lead')}</p>
      <Writing
        id="topic"
        given={given}
        newKey={newIdempotencyKey}
        titled
        label={t('new.words')}
        hint={t('new.wordsHint')}
        sendText={t('new.send')}
        {...(!kind && { missing: { kind: t('new.kindMissing') } })}
        send={async (written, key) => {
          const { data } = await openCouncilTopic({
            headers: { 'Idempotency-Key': key },
            body: {
              ...written,
              kind: kind ?? 'discussion',
              ...(department && kind !== 'discussion' && { department }),
            },
            throwOnError: true,
          });
          goTo(ownTopicPath(data.summary.number));
        }}
        onSent={() => undefined}
      >
        {(errors) => (
          <>
            <Choices
              id="topic-kind"
              name="topic-kind"
              legend={t('new.kind')}
              error={errors.kind}
              value={kind}
              onChange={setKind}
              choices={KINDS.map((value) => ({
                value,
                label: t(`topicKind.${value}`),
                hint: t(`new.kindHint.${value}`),
              }))}
            />
            {kind && kind !== 'discussion' && (
              <SelectField
                id="topic-department"
                label={t('new.department')}
                hint={t('new.departmentHint')}
                optional
                value={department}
                error={errors.department}
                onChange={({ target }) => setDepartment(target.value)}
              >
                <option value="">{t('new.anyDepartment')}</option>
                {departments.data?.map((each) => (
                  <option key={each.code} value={each.code}>
                    {nameText(each)}
                  </option>
                ))}
              </SelectField>
            )}
          </>
        )}
      </Writing>
    </div>
  );
}
