import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { getSiteOptions, listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem } from '@/components';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { CATEGORIES } from './categories';
import { CityNumbers } from './CityNumbers';
import styles from './HomePage.module.css';
import { LiveStrip } from './LiveStrip';
import { SearchBox } from './SearchBox';
import { Sunrise } from './Sunrise';
import { TrackBox } from './TrackBox';

function Lead() {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  const { data: departments } = useQuery({ ...listDepartmentsOptions(), staleTime: 300_000 });
  const items = departments?.reduce((sum, department) => sum + department.itemCount, 0) ?? 0;
  if (!site || !departments || items === 0) return <>{t('home.leadPlain')}</>;
  return (
    <>
      {t('home.lead', {
        city: language === 'en' ? site.cityNameEn : site.cityName,
        departments: formatNumber(departments.length, language),
        items: formatNumber(items, language),
      })}
    </>
  );
}

function Departments() {
  const { t } = useTranslation('powerlist');
  const language = useLanguage();
  const { data, error, isPending, refetch } = useQuery({
    ...listDepartmentsOptions(),
    staleTime: 300_000,
  });
  if (isPending) return <Loading lines={8} />;
  if (error) return <Problem problem={toProblem(error)} onRetry={() => void refetch()} />;
  return (
    <ul role="list" className={styles.departments}>
      {data.map((department) => {
        const chinese = department.shortName ?? department.name;
        const english = department.shortNameEn ?? department.nameEn;
        const inEnglish = language === 'en' && english;
        return (
          <li key={department.code}>
            <Link href={`/services?department=${encodeURIComponent(department.code)}`}>
              <span lang={language === 'en' && !english ? 'zh-CN' : undefined}>
                {inEnglish ? english : chinese}
              </span>
              <span className={styles.count}>
                <span aria-hidden="true">{formatNumber(department.itemCount, language)}</span>
                <span className="visually-hidden">
                  {t('home.items', { count: department.itemCount })}
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

export function HomePage() {
  const { t } = useTranslation(['powerlist', 'common']);
  const [, navigate] = useLocation();
  usePageTitle(undefined, t('common:site.full'));
  return (
    <>
      <section className={styles.hero}>
        <div className={`wrap ${styles.heroInside}`}>
          <div className={styles.ask}>
            <h1 className={styles.title}>{t('home.title')}</h1>
            <p className={`lead ${styles.lead}`}>
              <Lead />
            </p>
            <SearchBox
              hint={t('home.hint')}
              onSearch={(q) => navigate(q ? `/services?q=${encodeURIComponent(q)}` : '/services')}
            />
            <nav aria-label={t('home.ways')}>
              <ul role="list" className={styles.ways}>
                <li>
                  <Link href="/services?serviceFor=person">{t('home.forPerson')}</Link>
                </li>
                <li>
                  <Link href="/services?serviceFor=organisation">{t('home.forOrganisation')}</Link>
                </li>
                <li>
                  <Link href="/services?handling=instant">{t('home.instant')}</Link>
                </li>
                <li>
                  <Link href="/services">{t('home.all')}</Link>
                </li>
                <li>
                  <Link href="/complaints">{t('home.complaints')}</Link>
                </li>
              </ul>
            </nav>
          </div>
          <div className={`${styles.sunrise} not-elder`}>
            <Sunrise />
          </div>
        </div>
      </section>

      <CityNumbers />

      <div className={`wrap ${styles.now}`}>
        <LiveStrip />
        <TrackBox />
      </div>

      <section className={`wrap ${styles.browse}`} aria-labelledby="by-category">
        <h2 id="by-category">{t('home.categories')}</h2>
        <ul role="list" className={styles.categories}>
          {CATEGORIES.map((category) => (
            <li key={category}>
              <Link href={`/services?category=${category}`}>
                <span className={styles.categoryName}>{t(`common:category.${category}`)}</span>
                <span className={styles.meaning}>{t(`categoryMeaning.${category}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>

      <section className={`wrap ${styles.browse}`} aria-labelledby="by-department">
        <h2 id="by-department">{t('home.departments')}</h2>
        <Departments />
      </section>
    </>
  );
}
