import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { VideoSummary } from '@/api/generated';
import {
  listDepartmentsOptions,
  listVideosOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  DateTime,
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  useNameText,
} from '@/components';
import { useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { byCategory, lengthOf, videoPath } from './videos';
import { useCategories } from './words';
import styles from './Video.module.css';

/** One film to choose. */
function Card({ of }: { of: VideoSummary }) {
  return (
    <li className={styles.card}>
      <Link href={videoPath(of.number)} className={styles.open}>
        <span className={styles.poster} aria-hidden="true">
          {of.poster && <img src={of.poster} alt="" loading="lazy" />}
          <span className={styles.length}>{lengthOf(of.seconds)}</span>
        </span>
        <strong>
          <Bilingual chinese={of.title} english={of.titleEn} />
        </strong>
      </Link>
      {of.summary && <p lang="zh-CN">{of.summary}</p>}
      <p className="quiet small">
        <Name of={of.department} /> <DateTime value={of.releasedAt} as="date" />
      </p>
    </li>
  );
}

/** Films about public services 政务服务视频, by category. */
export function VideosPage() {
  const { t } = useTranslation(['video', 'common']);
  const nameText = useNameText();
  const categories = useCategories();
  const { text, put } = useFilters();
  usePageTitle(t('title'), t('common:site.name'));
  const category = text('category');
  const item = text('item');
  const department = text('department');
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: Infinity });
  const query = {
    ...(category && { category }),
    ...(item && { item }),
    ...(department && { department }),
  };
  const found = useQuery({ ...listVideosOptions({ query }), staleTime: 0 });
  const items = found.data?.items ?? [];
  const list = new URLSearchParams(query).toString();
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('category')}
          value={category}
          onChange={({ target }) => put('category', target.value)}
        >
          <option value="">{t('any')}</option>
          {categories.all?.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('department')}
          value={department}
          onChange={({ target }) => put('department', target.value)}
        >
          <option value="">{t('any')}</option>
          {departments.data?.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.isPending && <Loading lines={6} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && items.length === 0 && <Empty title={t('none')}>{t('noneText')}</Empty>}
      {byCategory(items).map(([code, films]) => (
        <section key={code} aria-labelledby={`category-${code}`}>
          <h2 id={`category-${code}`}>{categories.text(code)}</h2>
          <ul className={styles.grid} role="list">
            {films.map((each) => (
              <Card key={each.number} of={each} />
            ))}
          </ul>
        </section>
      ))}
      <p className={styles.ways}>
        <Link href="/videos/tv">{t('television')}</Link>
        <a href={`/api/v1/videos.m3u${list && `?${list}`}`} download="videos.m3u">
          {t('list')}
        </a>
      </p>
    </div>
  );
}
