import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import styles from './Footer.module.css';

export function Footer() {
  const { t } = useTranslation();
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  return (
    <footer className={`${styles.footer} no-print`}>
      <div className={`wrap ${styles.inside}`}>
        <div className={styles.about}>
          <p className={styles.motto}>{t('site.motto')}</p>
          <p>{t('footer.about')}</p>
          {site && (
            <p className={styles.version}>{t('footer.version', { version: site.version })}</p>
          )}
        </div>
        <nav aria-label={t('footer.label')} className={styles.links}>
          <div>
            <h2>{t('footer.services')}</h2>
            <ul role="list">
              <li>
                <Link href="/services">{t('nav.services')}</Link>
              </li>
              <li>
                <Link href="/track">{t('nav.track')}</Link>
              </li>
              <li>
                <Link href="/places">{t('footer.places')}</Link>
              </li>
              <li>
                <Link href="/appointments">{t('footer.appointments')}</Link>
              </li>
              <li>
                <Link href="/documents/verify">{t('footer.verify')}</Link>
              </li>
              <li>
                <Link href="/rate">{t('footer.rate')}</Link>
              </li>
              <li>
                <Link href="/fees">{t('footer.fees')}</Link>
              </li>
              <li>
                <Link href="/report">{t('footer.report')}</Link>
              </li>
            </ul>
          </div>
          <div>
            <h2>{t('footer.openness')}</h2>
            <ul role="list">
              <li>
                <a href="/board">{t('nav.board')}</a>
              </li>
              <li>
                <Link href="/information-requests">{t('footer.requests')}</Link>
              </li>
              <li>
                <Link href="/council">{t('footer.council')}</Link>
              </li>
              <li>
                <Link href="/discipline">{t('footer.discipline')}</Link>
              </li>
              <li>
                <Link href="/numbers">{t('footer.numbers')}</Link>
              </li>
              <li>
                <Link href="/ratings">{t('footer.ratings')}</Link>
              </li>
              <li>
                <Link href="/supervision">{t('footer.oversight')}</Link>
              </li>
              <li>
                <Link href="/predictions">{t('footer.predictions')}</Link>
              </li>
              <li>
                <a href="/api/v1/board/feed.txt">{t('footer.feed')}</a>
              </li>
            </ul>
          </div>
          <div className="not-elder">
            <h2>{t('footer.developers')}</h2>
            <ul role="list">
              <li>
                <Link href="/developers">{t('footer.guide')}</Link>
              </li>
              <li>
                <a href="/api-docs">{t('footer.apiDocs')}</a>
              </li>
              <li>
                <Link href="/staff">{t('footer.staff')}</Link>
              </li>
            </ul>
          </div>
        </nav>
      </div>
    </footer>
  );
}
