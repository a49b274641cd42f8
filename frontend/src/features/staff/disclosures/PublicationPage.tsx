import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  editPublication,
  type Publication,
  type PublicationAction,
  type PublicationContent,
} from '@/api/generated';
import { getPublicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { ContentForm } from './ContentForm';
import { DeedDialog } from './DeedDialog';
import { FileList } from './FileList';
import { FilmPreview } from './FilmPreview';
import { PublicationStateTag } from './words';
import styles from './Publications.module.css';

type Deed = Publication['possible'][number];
const isAction = (deed: Deed): deed is PublicationAction => deed !== 'edit' && deed !== 'correct';

function Acts({ of }: { of: Publication }) {
  const { t } = useTranslation('disclosures');
  return (
    <ol className={styles.list}>
      {of.acts.map((act, index) => (
        <li key={index}>
          <span className={styles.meta}>
            <strong>{t(`act.${act.kind}`)}</strong>
            <span lang={act.name ? 'zh-CN' : undefined}>{act.name ?? t('byItself')}</span>
            <span>{t('edition', { number: act.edition })}</span>
            <DateTime value={act.at} />
          </span>
          {act.words && <p lang="zh-CN">{act.words}</p>}
        </li>
      ))}
    </ol>
  );
}

function Said({ content }: { content: PublicationContent }) {
  return (
    <>
      {content.summary && (
        <p className={styles.text} lang="zh-CN">
          {content.summary}
        </p>
      )}
      <p className={styles.text} lang="zh-CN">
        {content.body}
      </p>
    </>
  );
}

/** A publication on its way: what it says, what can be done with it now, and what was done. */
export function PublicationPage() {
  const { t } = useTranslation(['disclosures', 'common']);
  const { number: written = '' } = useParams<{ number: string }>();
  const number = decodeURIComponent(written);
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [doing, setDoing] = useState<PublicationAction>();
  const found = useQuery({ ...getPublicationOptions({ path: { number } }), staleTime: 0 });
  const one = found.data;
  usePageTitle(one?.row.title ?? number, t('common:site.name'));
  const changed = () => {
    setDoing(undefined);
    setEditing(false);
    void queries.invalidateQueries();
  };
  const correction = one?.possible.includes('correct') ?? false;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/disclosures">{t('list.title')}</Link>
      </p>
      <div className={styles.head}>
        <h1 lang="zh-CN">{one?.row.title ?? number}</h1>
        {one && <PublicationStateTag state={one.row.state} />}
      </div>
      {found.isPending && <Loading lines={8} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {one && (
        <>
          <p className="lead">{t(`stateText.${one.row.state}`)}</p>
          {one.row.releaseAt && (
            <p>
              {t('releaseAt')} <DateTime value={one.row.releaseAt} />
            </p>
          )}
          {one.publicEdition && one.publicEdition < one.row.edition && (
            <p>
              {t('correcting', { public: one.publicEdition, number: one.row.edition })}
              <span lang="zh-CN"> {one.content.reason}</span>
            </p>
          )}
          {one.publicEdition && (
            <p>
              <Link href={`/disclosures/${encodeURIComponent(number)}`}>{t('publicPage')}</Link>
            </p>
          )}
          <h2>{t('now')}</h2>
          {one.possible.length === 0 && <p>{t('nothing')}</p>}
          {!editing && (
            <div className={styles.ways}>
              {one.possible.map((deed) => (
                <Button
                  key={deed}
                  look={deed === 'approve' || deed === 'submit' ? 'primary' : 'secondary'}
                  onClick={() => (isAction(deed) ? setDoing(deed) : setEditing(true))}
                >
                  {t(`action.${deed}`)}
                </Button>
              ))}
            </div>
          )}
          {doing && (
            <DeedDialog
              publication={one}
              action={doing}
              onDone={changed}
              onStale={() => void found.refetch()}
              onClose={() => setDoing(undefined)}
            />
          )}
          <h2>{t(editing ? (correction ? 'form.correct' : 'form.edit') : 'content')}</h2>
          {editing ? (
            <ContentForm
              department={one.row.department.code}
              initial={correction ? { ...one.content, reason: '' } : one.content}
              correction={correction || one.row.edition > 1}
              onSave={async (body) => {
                const { data } = await editPublication({
                  path: { number },
                  headers: { 'If-Match': `"${one.version}"` },
                  body,
                  throwOnError: true,
                });
                return data;
              }}
              onSaved={changed}
              onCancel={() => setEditing(false)}
            />
          ) : (
            <Said content={one.content} />
          )}
          {one.content.film && !editing && <FilmPreview number={number} film={one.content.film} />}
          <FileList publication={one} onChanged={() => void queries.invalidateQueries()} />
          <h2>{t('history')}</h2>
          <Acts of={one} />
        </>
      )}
    </div>
  );
}
