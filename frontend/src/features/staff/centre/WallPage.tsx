import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Bilingual, DateTime, Name } from '@/components';
import { useLanguage } from '@/i18n';
import { formatAgo, formatDate } from '@/lib/format';
import { usePageTitle } from '@/lib/title';
import { Subject, useDepartments } from '../supervision/words';
import { ClockBar, ClockKey, Trend } from './Charts';
import { percent, totalOf } from './clocks';
import { Acknowledge, useAcknowledging, When } from './NewsLine';
import { isMuted, keepMuted, ring } from './sound';
import { useCentre } from './useCentre';
import styles from './Wall.module.css';

const ROWS = 9;
const DEADLINES = 7;
const NEWS = 7;
const WORK = ['#6db5ff', '#5fd39a'];

/** The time of the wall, once a second. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The whole city on a wall (1920×1080): nothing scrolls, everything moves by itself. */
export function WallPage() {
  const { t } = useTranslation(['centre', 'findings', 'common']);
  const language = useLanguage();
  const departments = useDepartments();
  const now = useSecond();
  const [muted, setMuted] = useState(isMuted);
  usePageTitle(t('wall.title'), t('common:site.name'));
  const { query, latest, lost, heardAt } = useCentre({}, ring);
  const acknowledging = useAcknowledging();
  const centre = query.data;
  const closed = centre?.days.reduce((sum, day) => sum + day.withDeadline, 0) ?? 0;
  const onTime = centre?.days.reduce((sum, day) => sum + day.onTime, 0) ?? 0;
  const rows = [...(centre?.departments ?? [])]
    .sort(
      (one, other) =>
        other.clocks.late - one.clocks.late ||
        other.clocks.dueToday - one.clocks.dueToday ||
        totalOf(other.clocks) - totalOf(one.clocks),
    )
    .slice(0, ROWS);
  const most = Math.max(1, ...rows.map((row) => totalOf(row.clocks)));
  const since = heardAt ?? (centre && Date.parse(centre.asOf));
  return (
    <div className={styles.wall} data-lost={lost || undefined}>
      <header className={styles.head}>
        <h1>{t('wall.title')}</h1>
        {lost && since && (
          <p role="status" className={styles.lost}>
            {t('wall.lost', { ago: formatAgo(new Date(since).toISOString(), now, language) })}
          </p>
        )}
        <p className={styles.time}>
          {formatDate(new Date(now).toISOString(), language, 'dateWeekday')}{' '}
          <b>{formatDate(new Date(now).toISOString(), language, 'time')}</b>
        </p>
        <p className={styles.ways}>
          <button
            type="button"
            aria-pressed={muted}
            onClick={() => {
              keepMuted(!muted);
              setMuted(!muted);
            }}
          >
            {t(muted ? 'wall.unmute' : 'wall.mute')}
          </button>
          <Link href="/staff/supervision">{t('wall.leave')}</Link>
        </p>
      </header>
      {centre && (
        <div className={styles.grid}>
          <dl className={styles.totals}>
            {(['late', 'dueToday', 'dueSoon'] as const).map((clock) => (
              <div key={clock} data-clock={clock}>
                <dt>{t(`clock.${clock}`)}</dt>
                <dd>{centre.clocks[clock]}</dd>
              </div>
            ))}
            <div>
              <dt>{t('open')}</dt>
              <dd>{totalOf(centre.clocks)}</dd>
            </div>
            <div>
              <dt>{t('onTime30')}</dt>
              <dd>
                {percent(onTime, closed)} <small>{t('of', { part: onTime, whole: closed })}</small>
              </dd>
            </div>
            <div>
              <dt>{t('foundToday')}</dt>
              <dd>
                {centre.findingsToday
                  .filter((each) => each.severity !== 'reminder')
                  .reduce((sum, each) => sum + each.count, 0)}
              </dd>
            </div>
          </dl>
          <section className={styles.departments} aria-labelledby="wall-departments">
            <h2 id="wall-departments">{t('departments')}</h2>
            <ul role="list">
              {rows.map((row) => (
                <li key={row.code}>
                  <span className={styles.name}>
                    <Name of={row} />
                  </span>
                  <ClockBar clocks={row.clocks} of={most} />
                  <b data-late={row.clocks.late > 0 || undefined}>
                    {row.clocks.late > 0
                      ? t('wall.late', { count: row.clocks.late })
                      : totalOf(row.clocks)}
                  </b>
                </li>
              ))}
            </ul>
            <ClockKey clocks={centre.clocks} />
          </section>
          <section className={styles.alarms} aria-labelledby="wall-alarms">
            <h2 id="wall-alarms">
              {t('alarms')} {centre.alarmsTotal > 0 && <b>{centre.alarmsTotal}</b>}
            </h2>
            {centre.alarms[0] ? (
              <div className={styles.alarm} key={centre.alarms[0].place}>
                <p className={styles.rule}>
                  <Bilingual
                    chinese={centre.alarms[0].ruleName}
                    english={centre.alarms[0].ruleNameEn}
                  />
                </p>
                <p>
                  {departments.text(centre.alarms[0].departmentCode)}{' '}
                  <Subject of={centre.alarms[0].subject} /> <DateTime value={centre.alarms[0].at} />
                </p>
                <Acknowledge news={centre.alarms[0]} acknowledging={acknowledging} />
              </div>
            ) : (
              <p>{t('noAlarms')}</p>
            )}
          </section>
          <section className={styles.deadlines} aria-labelledby="wall-deadlines">
            <h2 id="wall-deadlines">{t('deadlines')}</h2>
            <ul role="list">
              {centre.deadlines.slice(0, DEADLINES).map((each) => (
                <li key={each.caseNumber}>
                  <b>{each.dueAt && <DateTime value={each.dueAt} as="monthDay" />}</b>
                  <span>
                    <Name of={{ name: each.itemName, nameEn: each.itemNameEn }} />
                  </span>
                  <span>{departments.text(each.departmentCode)}</span>
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.news} aria-labelledby="wall-news">
            <h2 id="wall-news">{t('latest')}</h2>
            <ul role="list" aria-live="polite">
              {latest.slice(0, NEWS).map((news) => (
                <li key={news.place} data-severity={news.severity ?? news.colour}>
                  <When at={news.at} />
                  <span>
                    {t(`news.${news.kind}`)}{' '}
                    <Bilingual chinese={news.ruleName} english={news.ruleNameEn} />
                  </span>
                  <span>{departments.text(news.departmentCode)}</span>
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.trend} aria-labelledby="wall-trend">
            <h2 id="wall-trend">{t('trends')}</h2>
            <p className={styles.legend}>
              <i style={{ background: WORK[0] }} /> {t('figure.received')}{' '}
              <i style={{ background: WORK[1] }} /> {t('figure.closed')}
            </p>
            <Trend
              days={centre.days}
              series={['received', 'closed']}
              colours={WORK}
              label={t('chartWork')}
            />
          </section>
        </div>
      )}
    </div>
  );
}
