import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './CasePage.module.css';

/** Says that a case belongs to a joint application, where what is done together is done. */
export function PartOfJoint({ number }: { number: string }) {
  const { t } = useTranslation('joint');
  return (
    <section className={styles.act} aria-labelledby="part-of-joint">
      <h2 id="part-of-joint">{t('part.title')}</h2>
      <p>{t('part.text', { number })}</p>
      <p>
        <Link href={`/staff/joint/${number}`}>{t('part.open')}</Link>
      </p>
    </section>
  );
}
