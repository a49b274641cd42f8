import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { markCardNoticesRead } from '@/api/generated';
import {
  listCardNoticesOptions,
  listCardNoticesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { cardPath } from './cardWords';
import styles from './CardMessages.module.css';

const EVERY = 20_000;
const ASKED = { query: { limit: 20 } };

/** What supervision has told one, looked at again every so often. */
export function useCardNotices() {
  const account = useAccount();
  return useQuery({
    ...listCardNoticesOptions(ASKED),
    enabled: mayAny(account, ['cards.read']),
    refetchInterval: EVERY,
  });
}

/** What is new, until it has been read. */
export function CardMessages() {
  const { t } = useTranslation('cards');
  const queries = useQueryClient();
  const { data } = useCardNotices();
  const read = useMutation({
    mutationFn: async () => {
      if (data) await markCardNoticesRead({ body: { asOf: data.asOf }, throwOnError: true });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: listCardNoticesQueryKey(ASKED) }),
  });
  const unread = data?.items.filter((message) => message.unread) ?? [];
  if (unread.length === 0) return null;
  return (
    <section className={styles.messages} aria-labelledby="card-messages">
      <h2 id="card-messages">{t('messages.title', { count: data?.unread ?? 0 })}</h2>
      <ul>
        {unread.map((message) => (
          <li key={message.id}>
            <Bilingual chinese={message.text} english={message.textEn} />{' '}
            <span className="quiet">
              <DateTime value={message.createdAt} />
            </span>{' '}
            {message.cardNumber && (
              <Link href={cardPath(message.cardNumber)}>
                {t('messages.open')}
                <span className="visually-hidden"> {message.cardNumber}</span>
              </Link>
            )}
            {message.report && (
              <Link href={`/staff/supervision/reports/${message.report}`}>
                {t('messages.open')}
                <span className="visually-hidden"> {message.report}</span>
              </Link>
            )}
            {message.complaintNumber && (
              <Link href={`/staff/complaints/${message.complaintNumber}`}>
                {message.complaintNumber}
              </Link>
            )}
            {message.caseNumber && (
              <Link href={`/staff/cases/${message.caseNumber}`}>{message.caseNumber}</Link>
            )}
          </li>
        ))}
      </ul>
      {read.error && <Problem problem={toProblem(read.error)} />}
      <Button look="secondary" busy={read.isPending} onClick={() => read.mutate()}>
        {t('messages.read')}
      </Button>
    </section>
  );
}
