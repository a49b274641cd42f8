import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getPlaylist } from '@/api/generated';
import { listBoardsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem, SelectField, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import styles from '../people/people.module.css';
import { PlaylistEditor } from './PlaylistEditor';

/** What each screen plays, one screen at a time; which one stands in the address. */
export function PlaylistPage() {
  const { t } = useTranslation(['carriers', 'common']);
  const nameText = useNameText();
  const { text, put } = useFilters();
  const screen = text('screen');
  usePageTitle(t('playlist.title'), t('common:site.name'));
  const boards = useQuery({ ...listBoardsOptions(), staleTime: Infinity });
  const found = useQuery({
    queryKey: ['playlist', screen],
    enabled: screen !== '',
    // What is being written must not be overwritten by what is read again.
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const { data, response } = await getPlaylist({ path: { screen }, throwOnError: true });
      return { playlist: data, tag: response.headers.get('ETag') ?? '"0"' };
    },
  });
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/carriers">{t('title')}</Link>
      </p>
      <h1>{t('playlist.title')}</h1>
      <p className="lead">{t('playlist.lead')}</p>
      <SelectField
        label={t('playlist.screen')}
        value={screen}
        onChange={(event) => put('screen', event.target.value)}
      >
        <option value="">{t('playlist.choose')}</option>
        {boards.data?.map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      {found.error && <Problem problem={toProblem(found.error)} />}
      {screen && found.isPending && <Loading lines={4} />}
      {found.data && (
        <PlaylistEditor
          key={`${screen} ${found.data.tag}`}
          screen={screen}
          kept={found.data.playlist}
          tag={found.data.tag}
          onDone={() => void found.refetch()}
        />
      )}
    </div>
  );
}
