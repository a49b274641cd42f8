import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  getDisclosureOptions,
  listDisclosuresOptions,
  listFeesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { useTariff } from '@/api/useTariff';
import { Bilingual, DateTime, Name, Tag } from '@/components';
import { Body } from '@/components/Body';
import styles from './Kiosk.module.css';
import { Asked, Choice, Tile } from './parts';
import type { Step } from './steps';

const NEWEST = 12;

/** What is charged 收费公示. */
export function Fees() {
  const { t } = useTranslation('kiosk');
  const tariff = useTariff();
  const fees = useQuery(listFeesOptions({ query: { status: 'inForce' } }));
  return (
    <>
      <h1>{t('fees.title')}</h1>
      <p className="lead">{t('fees.lead')}</p>
      <Asked of={fees}>
        {(catalogue) => (
          <ul role="list" className={styles.lines}>
            {catalogue.fees.map((fee) => (
              <li key={fee.code}>
                <b>
                  <Bilingual chinese={fee.name} english={fee.nameEn} />
                </b>{' '}
                <Name of={fee.department} />
                {tariff(fee.tariff).map((line) => (
                  <span key={line} className={styles.line}>
                    {line}
                  </span>
                ))}
                <span className={styles.line} lang="zh-CN">
                  {fee.basis}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}

/** What was published last. */
export function News({ go }: { go: (step: Step) => void }) {
  const { t } = useTranslation('kiosk');
  const newest = useQuery(listDisclosuresOptions({ query: { limit: NEWEST } }));
  return (
    <>
      <h1>{t('news.title')}</h1>
      <Asked of={newest}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('news.none')}</p>
          ) : (
            <Choice rows>
              {items.map((one) => (
                <Tile
                  key={one.number}
                  onTouch={() => go({ at: 'publication', number: one.number })}
                >
                  <b>
                    <Bilingual chinese={one.title} english={one.titleEn} />
                  </b>
                  <span>
                    <DateTime value={one.releasedAt} as="date" /> · <Name of={one.department} />
                  </span>
                </Tile>
              ))}
            </Choice>
          )
        }
      </Asked>
    </>
  );
}

export function Publication({ number }: { number: string }) {
  const { t } = useTranslation('kiosk');
  const found = useQuery(getDisclosureOptions({ path: { number } }));
  return (
    <Asked of={found}>
      {({ summary, body, withdrawnReason }) => (
        <article>
          <h1>
            <Bilingual chinese={summary.title} english={summary.titleEn} />
          </h1>
          <p className="lead">
            <DateTime value={summary.releasedAt} as="date" /> · <Name of={summary.department} />{' '}
            {summary.corrected && <Tag tone="sun">{t('news.corrected')}</Tag>}
          </p>
          {withdrawnReason && <p lang="zh-CN">{withdrawnReason}</p>}
          {body && <Body of={body} />}
        </article>
      )}
    </Asked>
  );
}
