import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  type CouncilDocument,
  type CouncilMemberKind,
  receiveDocumentFromMember,
  sendDocumentToMembers,
} from '@/api/generated';
import {
  listCouncilMembersOptions,
  listDeskCouncilDocumentsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { useGivenFiles } from '@/api/useUploads';
import { Button, Checks, DateTime, Empty, Loading, Problem } from '@/components';
import { Paper, Writing } from '@/components/council';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import matters from '../matters/Matters.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { MEMBER_KINDS } from './AppointDialog';
import council from './Council.module.css';
import { fetchFile } from './TopicPage';

function Receipts({ of }: { of: CouncilDocument }) {
  const { t } = useTranslation('council');
  return (
    <details>
      <summary>{t('paper.receipts')}</summary>
      <ul>
        {of.receipts.map((each, index) => (
          <li key={index}>
            {each.name ? <span lang="zh-CN">{each.name}</span> : t('paper.office')}{' '}
            {each.receivedAt ? (
              <DateTime value={each.receivedAt} />
            ) : (
              <span className="quiet">{t('paper.notYet')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Send({ onSent }: { onSent: () => void }) {
  const { t } = useTranslation('council');
  const given = useGivenFiles();
  const [kinds, setKinds] = useState<CouncilMemberKind[]>([]);
  const [members, setMembers] = useState<string[]>([]);
  const serving = useQuery({
    ...listCouncilMembersOptions({ query: { state: 'serving' } }),
    staleTime: 0,
  });
  return (
    <section aria-labelledby="send-document">
      <h2 id="send-document">{t('papers.toMembers')}</h2>
      <Writing
        id="document"
        given={given}
        newKey={newIdempotencyKey}
        titled
        label={t('papers.words')}
        sendText={t('papers.sendNow')}
        {...(kinds.length + members.length === 0 && {
          missing: { members: t('papers.nobody') },
        })}
        send={(body, key) =>
          sendDocumentToMembers({
            headers: { 'Idempotency-Key': key },
            body: { ...body, kinds, members },
            throwOnError: true,
          })
        }
        onSent={onSent}
      >
        {(errors) => (
          <>
            <Checks
              id="document-members"
              legend={t('papers.kinds')}
              error={errors.members}
              choices={MEMBER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              values={kinds}
              onChange={setKinds}
            />
            <details>
              <summary>{t('papers.some')}</summary>
              <Checks
                legend={t('papers.people')}
                choices={(serving.data?.items ?? []).map((each) => ({
                  value: each.id,
                  label: <span lang="zh-CN">{`${each.name} ${each.organisation ?? ''}`}</span>,
                }))}
                values={members}
                onChange={setMembers}
              />
            </details>
          </>
        )}
      </Writing>
    </section>
  );
}

/** Documents to and from members, with who signed for them. */
export function DocumentsPage() {
  const { t } = useTranslation(['council', 'common']);
  const keeps = mayAny(useAccount(), ['council.keep']);
  const found = useQuery({ ...listDeskCouncilDocumentsOptions(), staleTime: 0 });
  const receiving = useMutation({
    mutationFn: (councilDocumentNumber: string) =>
      receiveDocumentFromMember({ path: { councilDocumentNumber }, throwOnError: true }),
    onSettled: () => found.refetch(),
  });
  usePageTitle(t('papers.title'), t('common:site.name'));
  return (
    <div className={`wrap ${list.page} ${matters.page}`}>
      <p>
        <Link href="/staff/council">{t('desk.title')}</Link>
      </p>
      <h1>{t('papers.title')}</h1>
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {receiving.error && <Problem problem={toProblem(receiving.error)} />}
      {found.data?.length === 0 && <Empty title={t('papers.none')} />}
      <div className={council.papers}>
        {found.data?.map((each) => (
          <Paper key={each.number} of={each} fetch={fetchFile}>
            <Receipts of={each} />
            {keeps && each.mayReceive && (
              <div className={matters.ways}>
                <Button busy={receiving.isPending} onClick={() => receiving.mutate(each.number)}>
                  {t('papers.sign')}
                </Button>
              </div>
            )}
          </Paper>
        ))}
      </div>
      {keeps && <Send onSent={() => void found.refetch()} />}
    </div>
  );
}
