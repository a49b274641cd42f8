import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishedVersion } from '@/api/generated';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { DateAt } from '../form/fields';
import type { ChangedField } from '../preview/Changes';
import { ProposalEditor } from './ProposalEditor';

interface Dated {
  effectiveFrom: string;
}

/** A further edition of what is kept as data: from which day on, what it would change, its publication. */
export function EditionEditor<Proposal extends Dated>({
  known,
  version,
  initial,
  earliest,
  cleaned,
  preview,
  publish,
  children,
}: {
  known: string | undefined;
  /** Number of the newest edition; 0 for something new. */
  version: number;
  initial: Proposal;
  /** The first day it can begin on; undefined where it may begin in the past. */
  earliest?: string | undefined;
  cleaned?: (proposal: Proposal) => Proposal;
  preview: (code: string, proposal: Proposal) => Promise<{ changes: readonly ChangedField[] }>;
  publish: (code: string, proposal: Proposal, seen: string) => Promise<PublishedVersion>;
  children: (proposal: Proposal) => ReactNode;
}) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  return (
    <ProposalEditor
      known={known}
      initial={initial}
      codePattern="[a-z][a-z0-9\-]{1,59}"
      {...(cleaned && { cleaned })}
      preview={async (code, proposal) => (await preview(code, proposal)).changes}
      publish={(code, proposal) => publish(code, proposal, `"${version}"`)}
      done={(published) =>
        t('edition.published', {
          version: published.version,
          from: formatDate(published.effectiveFrom, language, 'date'),
        })
      }
    >
      {(proposal) => (
        <>
          {children(proposal)}
          <DateAt
            at="/effectiveFrom"
            label={t('edition.effectiveFrom')}
            {...(earliest && { min: earliest })}
          />
        </>
      )}
    </ProposalEditor>
  );
}
