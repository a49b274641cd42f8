import { useTranslation } from 'react-i18next';
import type {
  Confirmation,
  DeletionGround,
  PersonalField,
  RefundGround,
  UnmaskingReason,
} from '@/api/generated';
import { formatDate } from '@/lib/format';
import { GROUNDS } from '../casefile/command';

/** What is asked for and by whom, in the reader's language. */
export function useRequestText() {
  const { t, i18n } = useTranslation(['confirmations', 'staff', 'privacy', 'charge']);
  const english = i18n.language === 'en';
  // Which values somebody wants to see, and on what ground.
  const unmasked = ({ details: { fields, reasonKind } }: Confirmation) =>
    fields && reasonKind
      ? `${fields
          .split(',')
          .map((field) => t(`privacy:field.${field as PersonalField}`))
          .join(t('privacy:and'))} · ${t(`privacy:reason.${reasonKind as UnmaskingReason}`)}`
      : undefined;
  const refunded = ({ kind, details: { ground } }: Confirmation) =>
    kind === 'refund' && ground ? t(`charge:refund.ground.${ground as RefundGround}`) : undefined;
  const kept = ({ kind, details: { ground, keptUntil } }: Confirmation) =>
    kind === 'personal-data-deletion-refusal' && ground
      ? [
          t(`privacy:refusal.ground.${ground as DeletionGround}`),
          keptUntil &&
            t('privacy:refusal.keptUntil') +
              formatDate(keptUntil, english ? 'en' : 'zh-CN', 'date'),
        ]
          .filter(Boolean)
          .join(' · ')
      : undefined;
  // Which cases go where, by whose decision one is handled again, on what ground one is green.
  const turned = ({ kind, details }: Confirmation) => {
    if (kind === 'flow-move') {
      return t('moveOf', {
        item: details.item,
        from: details.from,
        to: details.to,
        count: Number(details.count),
      });
    }
    if (details.groundName) {
      return english ? details.groundNameEn : details.groundName;
    }
    return kind === 'reopen'
      ? t('reviewOf', {
          authority: details.authority,
          number: details.documentNumber,
          former: t(`former.${details.former as 'withdrawn' | 'kept'}`),
        })
      : undefined;
  };
  return (request: Confirmation) => {
    const known = `kind.${request.kind}`;
    const ground = GROUNDS.find((each) => each === request.details.ground);
    const by = english ? (request.requestedByEn ?? request.requestedBy) : request.requestedBy;
    const second = english ? (request.decidedByEn ?? request.decidedBy) : request.decidedBy;
    return {
      what: i18n.exists(`confirmations:${known}`)
        ? t(known as 'kind.pause')
        : t('kind.other', { kind: request.kind }),
      ground: ground
        ? t(`staff:act.grounds.${ground}`)
        : (turned(request) ??
          unmasked(request) ??
          refunded(request) ??
          kept(request) ??
          request.details.fingerprint),
      by,
      second,
    };
  };
}
