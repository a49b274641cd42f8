import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PowerItem } from '@/api/generated';
import { listVideosOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Section } from '@/components';

/** Films about it 政务服务视频, where there are any. */
export function VideosSection({ item }: { item: PowerItem }) {
  const { t } = useTranslation('powerlist');
  const { data } = useQuery({
    ...listVideosOptions({ query: { item: item.code } }),
    staleTime: 300_000,
  });
  if (!data?.items.length) return null;
  return (
    <Section id="videos" title={t('item.videos')}>
      <ul>
        {data.items.map((each) => (
          <li key={each.number}>
            <Link href={`/videos/${encodeURIComponent(each.number)}`}>
              <Bilingual chinese={each.title} english={each.titleEn} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
