import { useTranslation } from 'react-i18next';
import type { Confirmation } from '@/api/generated';
import { GROUNDS } from '../casefile/command';

/** What is asked for and by whom, in the reader's language. */
export function useRequestText() {
  const { t, i18n } = useTranslation(['confirmations', 'staff']);
  const english = i18n.language === 'en';
  return (request: Confirmation) => {
    const known = `kind.${request.kind}`;
    const ground = GROUNDS.find((each) => each === request.details.ground);
    const by = english ? (request.requestedByEn ?? request.requestedBy) : request.requestedBy;
    const second = english ? (request.decidedByEn ?? request.decidedBy) : request.decidedBy;
    return {
      what: i18n.exists(`confirmations:${known}`)
        ? t(known as 'kind.pause')
        : t('kind.other', { kind: request.kind }),
      ground: ground && t(`staff:act.grounds.${ground}`),
      by,
      second,
    };
  };
}
