import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewFee, publishFee } from '@/api/generated';
import { listFeeEditionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { today } from '@/lib/deadline';
import { EditionEditor } from '../edition/EditionEditor';
import { EditionPage } from '../edition/pages';
import { FeeFields } from './FeeFields';
import { BLANK, cleaned } from './form';

/** A fee standard as a form. What cancels one often says since when, so it may begin in the past. */
export function FeeEditorPage() {
  const { t } = useTranslation('administration');
  return (
    <EditionPage
      path="/staff/administration/fees"
      back={t('fee.back')}
      add={t('fee.add')}
      edit={(name) => t('fee.edit', { name })}
      editions={useQuery({ ...listFeeEditionsOptions(), staleTime: 0 })}
      named={({ fee }) => fee}
    >
      {(known, newest) => (
        <EditionEditor
          known={known}
          version={newest?.version ?? 0}
          initial={{ effectiveFrom: today(), fee: newest?.fee ?? BLANK }}
          cleaned={cleaned}
          preview={async (feeCode, body) =>
            (await previewFee({ path: { feeCode }, body, throwOnError: true })).data
          }
          publish={async (feeCode, body, seen) =>
            (
              await publishFee({
                path: { feeCode },
                body,
                headers: { 'If-Match': seen },
                throwOnError: true,
              })
            ).data
          }
        >
          {({ fee }) => <FeeFields fee={fee} />}
        </EditionEditor>
      )}
    </EditionPage>
  );
}
