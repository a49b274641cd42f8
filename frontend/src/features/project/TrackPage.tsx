import { useMutation, useQuery } from '@tanstack/react-query';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import {
  beginProjectPhase,
  type ProjectDetails,
  type ProjectPhase,
  type ProjectPhaseApplication,
  trackProject,
  type TrackedProject,
} from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, DateTime, Loading, Money, Name, Problem, Section } from '@/components';
import { Phases } from '@/components/project';
import { type ProblemDetail, toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { GivingUp } from './GivingUp';
import { Overview } from './Overview';
import styles from './Project.module.css';
import { fromFragment, type Ticket } from './ticket';

/** The form of one phase: the room of joint applications knows it. */
export type PhaseFormOf = ComponentType<{
  themeCode: string;
  granted: readonly string[];
  busy: boolean;
  problem: ProblemDetail | undefined;
  onSend: (form: Pick<ProjectPhaseApplication, 'answers' | 'materials' | 'promises'>) => void;
}>;

const EVERY = 15_000;

/** What the project says, and no phase asks for again. */
function Details({ details }: { details: ProjectDetails }) {
  const { t } = useTranslation(['project', 'casework']);
  const rows = [
    [t('casework:apply.organisationName'), details.applicantName],
    [t('casework:apply.creditCode'), details.identityNumberMasked],
    [t('casework:apply.contactName'), details.contactName],
    [t('casework:apply.phone'), details.phoneMasked],
    [t('casework:apply.address'), details.address],
    [t('project.site'), details.site],
    [t('project.scale'), details.scale],
  ] as const;
  return (
    <dl className={styles.details}>
      {rows
        .filter(([, said]) => said)
        .map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{said}</dd>
          </div>
        ))}
      {details.investmentFen !== undefined && (
        <div>
          <dt>{t('project.investment')}</dt>
          <dd>
            <Money fen={details.investmentFen} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Begin({
  tracked,
  phase,
  ticket,
  form: PhaseForm,
  onDone,
  onLeave,
}: {
  tracked: TrackedProject;
  phase: ProjectPhase;
  ticket: Ticket;
  form: PhaseFormOf;
  onDone: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('project');
  const [key, setKey] = useState(newIdempotencyKey);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  const send = useMutation({
    mutationFn: async (form: Pick<ProjectPhaseApplication, 'answers' | 'materials' | 'promises'>) =>
      (
        await beginProjectPhase({
          body: { ...ticket, phase: phase.code, ...form },
          headers: { 'Idempotency-Key': key },
          throwOnError: true,
        })
      ).data,
    onSuccess: onDone,
    // A refusal is an answer: what is sent next is something else.
    onError: () => setKey(newIdempotencyKey()),
  });
  const granted = phase.items.filter((item) => item.state === 'granted');
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <button type="button" className={styles.back} onClick={onLeave}>
          {t('begin.back')}
        </button>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Name of={phase} />
      </h1>
      <p className="lead" lang="zh-CN">
        {tracked.project.name}
      </p>
      {tracked.details && (
        <details className={styles.taken}>
          <summary>{t('begin.taken')}</summary>
          <Details details={tracked.details} />
        </details>
      )}
      {granted.length > 0 && (
        <p>
          {t('begin.granted', {
            items: granted.map((item) => item.itemName).join(t('list.comma')),
          })}
        </p>
      )}
      <PhaseForm
        themeCode={phase.themeCode}
        granted={granted.map((item) => item.itemCode)}
        busy={send.isPending}
        problem={send.error ? toProblem(send.error) : undefined}
        onSend={(form) => send.mutate(form)}
      />
    </div>
  );
}

/** A project as whoever registered it sees it: what is decided, what runs, what can begin. */
export function TrackPage({ phaseForm }: { phaseForm: PhaseFormOf }) {
  const { t } = useTranslation(['project', 'casework', 'common']);
  const [ticket, setTicket] = useState(() => fromFragment(window.location.hash));
  const [beginning, setBeginning] = useState<string>();
  const [begun, setBegun] = useState<string>();
  useEffect(() => {
    const onHash = () => setTicket(fromFragment(window.location.hash));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const found = useQuery({
    queryKey: ['trackProject', ticket],
    queryFn: async ({ signal }) =>
      (await trackProject({ body: ticket!, signal, throwOnError: true })).data,
    enabled: ticket !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data ? EVERY : false),
  });
  usePageTitle(found.data?.project.name ?? t('find.title'), t('common:site.name'));
  const phase = found.data?.project.phases.find((one) => one.code === beginning);
  if (ticket && found.data && phase) {
    return (
      <Begin
        tracked={found.data}
        phase={phase}
        ticket={ticket}
        form={phaseForm}
        onLeave={() => setBeginning(undefined)}
        onDone={() => {
          setBegun(phase.code);
          setBeginning(undefined);
          window.scrollTo(0, 0);
          void found.refetch();
        }}
      />
    );
  }
  const problem = found.error ? toProblem(found.error) : undefined;
  const unknown = !ticket || problem?.status === 404 || problem?.status === 400;
  const done = found.data?.project.phases.find((one) => one.code === begun);
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/projects">{t('paths.title')}</Link>
      </p>
      {!found.data && <h1>{t('find.title')}</h1>}
      {ticket && found.isPending && <Loading lines={10} />}
      {!found.data && unknown && <p role="alert">{t('find.notTogether')}</p>}
      {problem && !unknown && <Problem problem={problem} onRetry={() => void found.refetch()} />}
      {ticket && found.data && (
        <>
          <Overview project={found.data.project}>
            {done && (
              <p role="status" className={styles.done}>
                {t('begin.done')} <Name of={done} />
              </p>
            )}
          </Overview>
          <Section id="phases" title={t('project.phases')} wide>
            <Phases
              phases={found.data.project.phases}
              beneath={({ code }) => (
                <Actions
                  phase={found.data.project.phases.find((one) => one.code === code)!}
                  ticket={ticket}
                  onBegin={() => setBeginning(code)}
                />
              )}
            />
          </Section>
          {found.data.details && (
            <Section id="details" title={t('project.details')}>
              <p className="quiet">{t('register.once')}</p>
              <Details details={found.data.details} />
            </Section>
          )}
          {found.data.project.state === 'registered' && !found.data.project.givenUpAt && (
            <GivingUp ticket={ticket} onDone={() => void found.refetch()} />
          )}
        </>
      )}
    </div>
  );
}

/** What its applicant can do with a phase. */
function Actions({
  phase,
  ticket,
  onBegin,
}: {
  phase: ProjectPhase;
  ticket: Ticket;
  onBegin: () => void;
}) {
  const { t } = useTranslation('project');
  return (
    <div className={`${styles.actions} no-print`}>
      {phase.applications.map((one) => (
        <a key={one.jointNumber} href={`/joint/track#${one.jointNumber}/${ticket.trackingCode}`}>
          {t('phase.follow')} <DateTime value={one.begunAt} as="date" />
        </a>
      ))}
      {phase.mayBegin && (
        <Button onClick={onBegin}>
          {t(phase.items.length > 0 ? 'phase.again' : 'phase.begin')}
        </Button>
      )}
    </div>
  );
}
