import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getPlace, keepPlace, type Place, type PlaceForm } from '@/api/generated';
import { Loading, Problem, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { ProposalEditor } from '../edition/ProposalEditor';
import styles from '../edition/Edition.module.css';
import { RowsAt, SelectAt, TextAt } from '../form/fields';
import { useWords } from '../useWords';

const KINDS = ['cityHall', 'townshipCentre', 'villageRoom'] as const;
const BLANK: PlaceForm = {
  kind: 'townshipCentre',
  regionCode: '',
  name: '',
  address: '',
  telephone: '',
  hours: [{ from: '09:00', until: '12:00' }],
};

function form({ kind, regionCode, name, nameEn, address, addressEn, telephone, hours }: Place) {
  const said: PlaceForm = { kind, regionCode, name, address, telephone, hours };
  return { ...said, ...(nameEn && { nameEn }), ...(addressEn && { addressEn }) };
}

/** What is empty isn't said. */
function cleaned({ nameEn, addressEn, ...said }: PlaceForm): PlaceForm {
  return { ...said, ...(nameEn && { nameEn }), ...(addressEn && { addressEn }) };
}

function PlaceFields() {
  const { t, regions } = useWords();
  return (
    <>
      <SelectAt
        at="/kind"
        label={t('place.kind')}
        options={KINDS.map((value) => ({ value, label: t(`place.kinds.${value}`) }))}
      />
      <SelectAt at="/regionCode" label={t('field.regionCode')} options={regions} />
      <TextAt at="/name" label={t('place.name')} lang="zh-CN" />
      <TextAt at="/nameEn" label={t('place.nameEn')} optional lang="en" />
      <TextAt at="/address" label={t('place.address')} lang="zh-CN" />
      <TextAt at="/addressEn" label={t('place.addressEn')} optional lang="en" />
      <TextAt at="/telephone" label={t('place.telephone')} width="medium" />
      <h2>{t('place.hours')}</h2>
      <p>{t('place.hoursHint')}</p>
      <RowsAt
        at="/hours"
        legend={t('place.hours')}
        name={(number) => t('place.span', { number })}
        add={t('place.addSpan')}
        blank={() => ({ from: '13:30', until: '17:00' })}
        compact
      >
        {(at) => (
          <>
            <TextAt at={`${at}/from`} label={t('place.from')} width="short" type="time" />
            <TextAt at={`${at}/until`} label={t('place.until')} width="short" type="time" />
          </>
        )}
      </RowsAt>
    </>
  );
}

/** A place as a form. It holds as soon as it is published, so it has no day to begin on. */
export function PlaceEditorPage() {
  const { t } = useTranslation(['administration', 'common']);
  const nameText = useNameText();
  const { code = '' } = useParams<{ code: string }>();
  const fresh = code === 'new';
  const found = useQuery({
    queryKey: ['place editor', code],
    queryFn: async ({ signal }) => {
      const { data, response } = await getPlace({ path: { code }, signal, throwOnError: true });
      return { place: data.place, seen: response.headers.get('ETag') ?? '' };
    },
    enabled: !fresh,
    staleTime: 0,
    gcTime: 0,
  });
  const name = found.data ? nameText(found.data.place) : code;
  const title = fresh ? t('place.add') : t('place.edit', { name });
  usePageTitle(title, t('common:site.name'));
  const keep = async (id: string, body: PlaceForm, dryRun: boolean) => {
    const headers = { 'If-Match': found.data?.seen ?? '"0"' };
    return (
      await keepPlace({ path: { code: id }, query: { dryRun }, headers, body, throwOnError: true })
    ).data;
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/staff/administration/places">{t('place.back')}</Link>
      </p>
      <h1>{title}</h1>
      {!fresh && (
        <p>
          <Link href={`/staff/administration/places/${encodeURIComponent(code)}/opening`}>
            {t('opening.title')}
          </Link>
        </p>
      )}
      {!fresh && found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {(fresh || found.data) && (
        <ProposalEditor
          key={code}
          known={fresh ? undefined : code}
          initial={found.data ? form(found.data.place) : BLANK}
          codePattern="[A-Za-z0-9][A-Za-z0-9.\-]{0,63}"
          cleaned={cleaned}
          preview={async (id, body) => (await keep(id, body, true)).changes}
          publish={(id, body) => keep(id, body, false)}
          done={() => t('place.published')}
        >
          {() => <PlaceFields />}
        </ProposalEditor>
      )}
    </div>
  );
}
