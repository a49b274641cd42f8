import { useTranslation } from 'react-i18next';
import {
  type AuthorisedAct,
  recordAuthorisation,
  revokeAuthorisation,
  type StaffFile,
} from '@/api/generated';
import { Button, DateTime, Tag } from '@/components';
import { type Change, list, text } from './change';
import { PersonSection } from './PersonSection';
import { ACTS } from './useWords';

/** Letters of authority: what a chief representative may do in the department's name, and until when. */
export function PersonLetters({
  person,
  onAsk,
}: {
  person: StaffFile;
  onAsk: (change: Change) => void;
}) {
  const { t } = useTranslation('people');
  const letter: Change = {
    title: t('letter.add'),
    fields: [
      { name: 'documentNumber', label: t('field.documentNumber'), kind: 'text' },
      {
        name: 'acts',
        label: t('field.acts'),
        kind: 'many',
        choices: ACTS.map((act) => ({ value: act, label: t(`act.${act}`) })),
      },
      {
        name: 'itemCodes',
        label: t('field.itemCodes'),
        hint: t('hint.items'),
        kind: 'text',
        optional: true,
      },
      { name: 'from', label: t('field.fromDay'), kind: 'date' },
      { name: 'until', label: t('field.untilDay'), kind: 'date' },
      { name: 'issuedBy', label: t('field.issuedBy'), kind: 'text' },
    ],
    initial: { acts: ['decide'] },
    send: async (values, dryRun) =>
      (
        await recordAuthorisation({
          query: { dryRun },
          body: {
            documentNumber: text(values, 'documentNumber'),
            account: person.account,
            acts: list(values, 'acts') as AuthorisedAct[],
            itemCodes: text(values, 'itemCodes')
              .split(/[\s,，、;；]+/)
              .filter(Boolean),
            from: text(values, 'from'),
            until: text(values, 'until'),
            issuedBy: text(values, 'issuedBy'),
          },
          throwOnError: true,
        })
      ).data,
  };
  return (
    <PersonSection
      id="person-letters"
      title={t('letter.title')}
      none={t('letter.none')}
      add={
        person.manageable && (
          <Button look="secondary" onClick={() => onAsk(letter)}>
            {t('letter.add')}
          </Button>
        )
      }
      rows={person.authorisations}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'number',
          header: t('field.documentNumber'),
          rowHeader: true,
          cell: (one) => one.documentNumber,
        },
        {
          key: 'acts',
          header: t('field.acts'),
          cell: (one) => one.acts.map((act) => t(`act.${act}`)).join(t('and')),
        },
        {
          key: 'items',
          header: t('field.itemCodes'),
          cell: (one) => one.itemCodes.join(t('and')) || t('letter.allItems'),
        },
        {
          key: 'from',
          header: t('from'),
          cell: (one) => <DateTime value={one.from} as="date" />,
        },
        {
          key: 'until',
          header: t('until'),
          cell: (one) => <DateTime value={one.until} as="date" />,
        },
        { key: 'issued', header: t('field.issuedBy'), cell: (one) => one.issuedBy },
        {
          key: 'state',
          header: t('field.state'),
          cell: (one) => (
            <>
              <Tag tone={one.state === 'inForce' ? 'good' : 'plain'}>{t(`value.${one.state}`)}</Tag>
              {one.revokedWhy}
            </>
          ),
        },
        {
          key: 'way',
          header: t('way'),
          cell: (one) =>
            person.manageable && (one.state === 'inForce' || one.state === 'upcoming') ? (
              <Button
                look="quiet"
                onClick={() =>
                  onAsk({
                    title: t('letter.revoke'),
                    fields: [{ name: 'why', label: t('field.why'), kind: 'text' }],
                    send: async (values, dryRun) =>
                      (
                        await revokeAuthorisation({
                          path: { id: one.id },
                          query: { dryRun },
                          body: { why: text(values, 'why') },
                          throwOnError: true,
                        })
                      ).data,
                  })
                }
              >
                {t('letter.revoke')}
              </Button>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
