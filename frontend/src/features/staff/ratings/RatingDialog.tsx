import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { reviewRating } from '@/api/generated';
import { getRatingOptions, getRatingQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  Dialog,
  DialogWays,
  Loading,
  Problem,
  Tag,
} from '@/components';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import styles from './Ratings.module.css';
import { GRADE_TONES } from './tones';
import { WordsDialog } from './WordsDialog';

const ASPECTS = ['efficiency', 'attitude', 'quality'] as const;

/** One rating with everything; that it was opened is kept in the trail. */
export function RatingDialog({
  id,
  onChanged,
  onClose,
}: {
  id: string;
  onChanged: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['ratings', 'rating']);
  const language = useLanguage();
  const queries = useQueryClient();
  const [reviewing, setReviewing] = useState(false);
  const file = useQuery({
    ...getRatingOptions({ path: { ratingId: id } }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const rating = file.data;
  if (reviewing && rating) {
    const counted = !rating.summary.counted;
    return (
      <WordsDialog
        title={t(counted ? 'file.restore' : 'file.review')}
        label={t('file.why')}
        maxLength={500}
        onSend={async (why) => {
          const { data } = await reviewRating({
            path: { ratingId: id },
            headers: { 'If-Match': `"${rating.version}"` },
            body: { counted, why },
            throwOnError: true,
          });
          queries.setQueryData(getRatingQueryKey({ path: { ratingId: id } }), data);
        }}
        onDone={() => {
          setReviewing(false);
          onChanged();
        }}
        onStale={() => void file.refetch()}
        onClose={() => setReviewing(false)}
      />
    );
  }
  return (
    <Dialog title={t('file.title')} width="wide" onClose={onClose}>
      {file.error && <Problem problem={toProblem(file.error)} />}
      {file.isPending && <Loading lines={6} />}
      {rating && (
        <dl className={styles.facts}>
          <div>
            <dt>{t('list.overall')}</dt>
            <dd>
              <Tag tone={GRADE_TONES[rating.summary.overall]}>
                {t(`rating:grade.${rating.summary.overall}`)}
              </Tag>
            </dd>
          </div>
          {ASPECTS.map((aspect) => {
            const grade = rating.summary[aspect];
            return (
              <div key={aspect}>
                <dt>{t(`rating:${aspect}`)}</dt>
                <dd>{grade ? t(`rating:grade.${grade}`) : t('rating:noGrade')}</dd>
              </div>
            );
          })}
          <div>
            <dt>{t('file.words')}</dt>
            <dd>{rating.words ?? <span className="quiet">{t('file.noWords')}</span>}</dd>
          </div>
          <div>
            <dt>{t('file.signs')}</dt>
            <dd>
              {rating.summary.signs.length === 0 ? (
                t('file.noSigns')
              ) : (
                <ul className={styles.signs}>
                  {rating.summary.signs.map((sign) => (
                    <li key={sign.kind}>{language === 'en' ? sign.reasonEn : sign.reason}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('file.case')}</dt>
            <dd>
              <Link href={`/staff/cases/${rating.caseNumber}`}>{rating.caseNumber}</Link>
              {' · '}
              <Bilingual chinese={rating.itemName} english={rating.itemNameEn} />
            </dd>
          </div>
          <div>
            <dt>{t('file.ended')}</dt>
            <dd>
              <DateTime value={rating.endedAt} />
            </dd>
          </div>
          {rating.ratedPerson && (
            <div>
              <dt>{t('file.person')}</dt>
              <dd>
                <Bilingual chinese={rating.ratedPerson} english={rating.ratedPersonEn} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('list.at')}</dt>
            <dd>
              <DateTime value={rating.summary.ratedAt} /> ·{' '}
              {t(`list.channel.${rating.summary.channel}`)}
            </dd>
          </div>
          <div>
            <dt>{t('file.named')}</dt>
            <dd>{t(rating.mayBeNamed ? 'file.namedYes' : 'file.namedNo')}</dd>
          </div>
        </dl>
      )}
      {rating?.reviewReason && (
        <p className="quiet">{t('file.reviewed', { why: rating.reviewReason })}</p>
      )}
      <DialogWays>
        {rating && (
          <Button look="secondary" onClick={() => setReviewing(true)}>
            {t(rating.summary.counted ? 'file.review' : 'file.restore')}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('file.close')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
