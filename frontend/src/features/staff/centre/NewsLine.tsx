import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { acknowledgeFinding, type SupervisionNews } from '@/api/generated';
import { getSupervisionCentreQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime } from '@/components';
import { cityDay, today } from '@/lib/deadline';
import { ColourTag, cardPath } from '../supervision/cardWords';
import { SeverityTag, Subject, useDepartments } from '../supervision/words';

/** Says of a finding that it has been seen. */
export function useAcknowledging() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (findingId: string) =>
      acknowledgeFinding({ path: { findingId }, throwOnError: true }),
    onSettled: () =>
      queries.invalidateQueries({ queryKey: [{ _id: getSupervisionCentreQueryKey()[0]._id }] }),
  });
}

/** The time of what happened today, and the day of what didn't. */
export function When({ at }: { at: string }) {
  return <DateTime value={at} as={cityDay(Date.parse(at)) === today() ? 'time' : 'monthDay'} />;
}

/** One piece of news: what, whose, when, and where it leads. */
export function NewsLine({ news }: { news: SupervisionNews }) {
  const { t } = useTranslation('centre');
  const departments = useDepartments();
  const path = news.cardNumber ? cardPath(news.cardNumber) : `/staff/findings/${news.findingId}`;
  return (
    <>
      <span className="small">
        <When at={news.at} /> {t(`news.${news.kind}`)}
      </span>{' '}
      {news.severity && <SeverityTag severity={news.severity} />}
      {news.colour && <ColourTag colour={news.colour} />}{' '}
      <Link href={path}>
        <Bilingual chinese={news.ruleName} english={news.ruleNameEn} />
      </Link>{' '}
      <span>{departments.text(news.departmentCode)}</span> <Subject of={news.subject} />
    </>
  );
}

/** The button that says it. */
export function Acknowledge({
  news,
  acknowledging,
}: {
  news: SupervisionNews;
  acknowledging: ReturnType<typeof useAcknowledging>;
}) {
  const { t } = useTranslation('centre');
  return (
    <Button
      look="secondary"
      busy={acknowledging.isPending && acknowledging.variables === news.findingId}
      onClick={() => news.findingId && acknowledging.mutate(news.findingId)}
    >
      {t('acknowledge')}
      <span className="visually-hidden">
        {' '}
        {news.ruleName} {news.subject.number}
      </span>
    </Button>
  );
}
