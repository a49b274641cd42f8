import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getVideoOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, KeyFacts, Loading, Name, Problem, useNameText } from '@/components';
import { Body } from '@/components/Body';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Player } from './Player';
import { durationOf, lengthOf } from './videos';
import { disclosurePath } from './words';
import styles from './Video.module.css';

/** A film, and under it everything it says. */
export function VideoPage() {
  const { t } = useTranslation(['video', 'common']);
  const nameText = useNameText();
  const { number: written = '' } = useParams<{ number: string }>();
  const number = decodeURIComponent(written);
  const found = useQuery({ ...getVideoOptions({ path: { number } }), staleTime: 60_000 });
  const one = found.data?.summary;
  usePageTitle(
    one ? nameText({ name: one.title, nameEn: one.titleEn }) : t('title'),
    t('common:site.name'),
  );
  return (
    // What search engines read of it (schema.org), as attributes: the security policy takes no inline script.
    <div className={`wrap ${styles.page}`} itemScope itemType="https://schema.org/VideoObject">
      <p className="no-print">
        <Link href="/videos">{t('title')}</Link>
      </p>
      {!one && <h1>{t('title')}</h1>}
      {found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {one && (
        <>
          <meta itemProp="uploadDate" content={one.releasedAt} />
          <meta itemProp="duration" content={durationOf(one.seconds)} />
          <meta itemProp="description" content={one.summary ?? one.title} />
          <meta itemProp="contentUrl" content={new URL(one.media, window.location.href).href} />
          {one.poster && (
            <meta
              itemProp="thumbnailUrl"
              content={new URL(one.poster, window.location.href).href}
            />
          )}
          <h1 itemProp="name">
            <Bilingual chinese={one.title} english={one.titleEn} />
          </h1>
          {one.summary && (
            <p className="lead" lang="zh-CN">
              {one.summary}
            </p>
          )}
          <Player of={one} className={styles.player} />
          <KeyFacts
            compact
            facts={[
              { label: t('length'), value: lengthOf(one.seconds) },
              { label: t('department'), value: <Name of={one.department} /> },
              { label: t('releasedAt'), value: <DateTime value={one.releasedAt} /> },
              ...(one.item
                ? [
                    {
                      label: t('item'),
                      value: (
                        <Link href={`/services/${encodeURIComponent(one.item)}`}>
                          <span lang="zh-CN">{one.itemName ?? one.item}</span>
                        </Link>
                      ),
                    },
                  ]
                : []),
              {
                label: t('publication'),
                value: <Link href={disclosurePath(number)}>{number}</Link>,
              },
            ]}
          />
          <section aria-labelledby="transcript" itemProp="transcript">
            <h2 id="transcript">{t('transcript')}</h2>
            <Body of={found.data?.transcript ?? ''} />
          </section>
        </>
      )}
    </div>
  );
}
