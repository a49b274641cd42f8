import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  beginEnrolmentAtLogin,
  confirmEnrolmentAtLogin,
  type EnrolledSession,
} from '@/api/generated';
import { enter } from '@/api/signin/session';
import { Button, Loading, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { AuthenticatorSetup } from '../security/AuthenticatorSetup';
import { RecoveryCodes } from '../security/RecoveryCodes';

/** Whoever must have an authenticator app and has none sets it up before anything else. */
export function EnrolStep({
  challenge,
  go,
  onDone,
  onBack,
}: {
  challenge: string;
  go: (work: () => Promise<void>) => Promise<void>;
  onDone?: (() => void) | undefined;
  onBack: () => void;
}) {
  const { t } = useTranslation('security');
  const [enrolled, setEnrolled] = useState<EnrolledSession>();
  const enrolment = useQuery({
    queryKey: ['enrolment', challenge],
    queryFn: async () =>
      (await beginEnrolmentAtLogin({ body: { challenge }, throwOnError: true })).data,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (enrolled) {
    return (
      <RecoveryCodes
        codes={enrolled.recoveryCodes}
        onKept={() => {
          enter(enrolled.session);
          onDone?.();
        }}
      />
    );
  }
  return (
    <section>
      <h2>{t('app.title')}</h2>
      <p>{t('step.enrol.lead')}</p>
      {enrolment.error && <Problem problem={toProblem(enrolment.error)} />}
      {enrolment.isPending && <Loading lines={6} />}
      {enrolment.data && (
        <AuthenticatorSetup
          enrolment={enrolment.data}
          confirm={async (code) => {
            try {
              const { data } = await confirmEnrolmentAtLogin({
                body: { challenge, code },
                throwOnError: true,
              });
              setEnrolled(data);
            } catch (error) {
              // What has run out leads back to the first step; a wrong code stays here.
              await go(() => Promise.reject(error as Error));
            }
          }}
        />
      )}
      <Button look="quiet" onClick={onBack}>
        {t('step.back')}
      </Button>
    </section>
  );
}
