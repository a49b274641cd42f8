import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  getPlace,
  keepOpeningExceptions,
  type OpeningException,
  type OpeningExceptionsForm,
} from '@/api/generated';
import { Loading, Problem, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { ProposalEditor } from '../edition/ProposalEditor';
import styles from '../edition/Edition.module.css';
import { DateAt, RowsAt, TextAt } from '../form/fields';

/** What is empty isn't said; a single day is asked for once. */
function cleaned({ exceptions }: OpeningExceptionsForm): OpeningExceptionsForm {
  return {
    exceptions: exceptions.map(({ from, until, hours, why, whyEn }: Partial<OpeningException>) => ({
      from: from ?? '',
      until: until ?? from ?? '',
      hours: hours ?? [],
      why: why ?? '',
      ...(whyEn && { whyEn }),
    })),
  };
}

function ExceptionFields() {
  const { t } = useTranslation('administration');
  return (
    <RowsAt
      at="/exceptions"
      legend={t('opening.title')}
      name={(number) => t('opening.one', { number })}
      add={t('opening.add')}
      blank={() => ({ hours: [] })}
    >
      {(at) => (
        <>
          <DateAt at={`${at}/from`} label={t('opening.from')} />
          <DateAt
            at={`${at}/until`}
            label={t('opening.until')}
            hint={t('opening.untilHint')}
            optional
          />
          <TextAt at={`${at}/why`} label={t('opening.why')} lang="zh-CN" />
          <TextAt at={`${at}/whyEn`} label={t('opening.whyEn')} optional lang="en" />
          <p>{t('opening.hoursHint')}</p>
          <RowsAt
            at={`${at}/hours`}
            legend={t('place.hours')}
            name={(number) => t('place.span', { number })}
            add={t('place.addSpan')}
            blank={() => ({ from: '09:00', until: '12:00' })}
            compact
          >
            {(span) => (
              <>
                <TextAt at={`${span}/from`} label={t('place.from')} width="short" type="time" />
                <TextAt at={`${span}/until`} label={t('place.until')} width="short" type="time" />
              </>
            )}
          </RowsAt>
        </>
      )}
    </RowsAt>
  );
}

/** On which days a place is closed or open otherwise than usual (临时休息、调整开放时间). */
export function OpeningEditorPage() {
  const { t } = useTranslation(['administration', 'common']);
  const nameText = useNameText();
  const { code = '' } = useParams<{ code: string }>();
  const found = useQuery({
    queryKey: ['opening editor', code],
    queryFn: async ({ signal }) => {
      const { data, response } = await getPlace({ path: { code }, signal, throwOnError: true });
      return { ...data, seen: response.headers.get('ETag') ?? '' };
    },
    staleTime: 0,
    gcTime: 0,
  });
  const name = found.data ? nameText(found.data.place) : code;
  usePageTitle(t('opening.edit', { name }), t('common:site.name'));
  const keep = async (body: OpeningExceptionsForm, dryRun: boolean) =>
    (
      await keepOpeningExceptions({
        path: { code },
        query: { dryRun },
        headers: { 'If-Match': found.data?.seen ?? '' },
        body,
        throwOnError: true,
      })
    ).data;
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href={`/staff/administration/places/${encodeURIComponent(code)}`}>
          {t('opening.back')}
        </Link>
      </p>
      <h1>{t('opening.edit', { name })}</h1>
      <p className="lead">{t('opening.lead')}</p>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <ProposalEditor
          key={code}
          known={code}
          initial={{ exceptions: found.data.exceptions ?? [] }}
          codePattern=".+"
          cleaned={cleaned}
          preview={async (_, body) => {
            const { changes, appointments = 0 } = await keep(body, true);
            return appointments > 0
              ? [...changes, { field: 'bookedThen', after: String(appointments) }]
              : changes;
          }}
          publish={(_, body) => keep(body, false)}
          done={() => t('place.published')}
        >
          {() => <ExceptionFields />}
        </ProposalEditor>
      )}
    </div>
  );
}
