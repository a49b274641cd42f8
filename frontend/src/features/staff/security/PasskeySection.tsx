import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addPasskey,
  beginPasskey,
  removePasskey,
  renamePasskey,
  type Factors,
  type Passkey,
} from '@/api/generated';
import { getSignInOptionsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, DateTime, Dialog } from '@/components';
import { isTurnedBack, makePasskey, passkeysSupported } from '@/lib/passkeys';
import { SimpleForm } from '../session/SimpleForm';
import { ProofDialog } from './ProofDialog';
import type { OnChanged } from './changed';
import styles from './Security.module.css';

type Asked = { kind: 'add' } | { kind: 'rename' | 'remove'; passkey: Passkey };

export function PasskeySection({ factors, onChanged }: { factors: Factors; onChanged: OnChanged }) {
  const { t } = useTranslation('security');
  const { data: options } = useQuery({ ...getSignInOptionsOptions(), staleTime: Infinity });
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const offered = options?.passkeys && passkeysSupported();
  if (!offered && factors.passkeys.length === 0) return null;

  async function add(name: string, password: string) {
    const { data: challenge } = await beginPasskey({ body: { password }, throwOnError: true });
    try {
      const made = await makePasskey(challenge);
      const { data } = await addPasskey({ body: { name, ...made }, throwOnError: true });
      close();
      onChanged(t('passkeys.added', { name }), data.recoveryCodes);
    } catch (error) {
      if (!isTurnedBack(error)) throw error;
      close();
      onChanged(t('passkeys.turnedBack'));
    }
  }

  return (
    <section className={styles.section} aria-labelledby="security-passkeys">
      <h2 id="security-passkeys">{t('passkeys.title')}</h2>
      <p>{t('passkeys.lead')}</p>
      {factors.passkeys.length > 0 && (
        <ul role="list" className={styles.passkeys}>
          {factors.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <div>
                <p>
                  <b>{passkey.name}</b>
                </p>
                <p className="quiet">
                  {t('passkeys.since')} <DateTime value={passkey.createdAt} />
                </p>
                {passkey.lastUsedAt && (
                  <p className="quiet">
                    {t('passkeys.used')} <DateTime value={passkey.lastUsedAt} />
                  </p>
                )}
              </div>
              <div className={styles.ways}>
                <Button
                  look="secondary"
                  aria-label={t('passkeys.renameOf', { name: passkey.name })}
                  onClick={() => setAsked({ kind: 'rename', passkey })}
                >
                  {t('passkeys.rename')}
                </Button>
                <Button
                  look="secondary"
                  aria-label={t('passkeys.removeOf', { name: passkey.name })}
                  onClick={() => setAsked({ kind: 'remove', passkey })}
                >
                  {t('remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {offered && (
        <Button look="secondary" onClick={() => setAsked({ kind: 'add' })}>
          {t('passkeys.add')}
        </Button>
      )}
      {asked?.kind === 'add' && (
        <Dialog
          title={t('passkeys.add')}
          text={t('passkeys.addMeans')}
          width="narrow"
          onClose={close}
        >
          <SimpleForm
            id="passkey"
            fields={[
              {
                name: 'name',
                label: t('passkeys.name'),
                hint: t('passkeys.nameHint'),
                missing: t('passkeys.noName'),
                maxLength: 60,
              },
              {
                name: 'password',
                label: t('password.own'),
                missing: t('password.noOwn'),
                type: 'password',
                autoComplete: 'current-password',
              },
            ]}
            submit={t('goOn')}
            working={t('working')}
            send={({ name = '', password = '' }) => add(name.trim(), password)}
          >
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
          </SimpleForm>
        </Dialog>
      )}
      {asked?.kind === 'rename' && (
        <Dialog title={t('passkeys.renameOf', asked.passkey)} width="narrow" onClose={close}>
          <SimpleForm
            id="passkey"
            fields={[
              {
                name: 'name',
                label: t('passkeys.name'),
                missing: t('passkeys.noName'),
                maxLength: 60,
                value: asked.passkey.name,
              },
            ]}
            submit={t('passkeys.save')}
            working={t('working')}
            send={async ({ name = '' }) => {
              await renamePasskey({
                path: { id: asked.passkey.id },
                body: { name: name.trim() },
                throwOnError: true,
              });
              close();
              onChanged(t('passkeys.renamed', { name: name.trim() }));
            }}
          >
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
          </SimpleForm>
        </Dialog>
      )}
      {asked?.kind === 'remove' && (
        <ProofDialog
          title={t('passkeys.removeOf', asked.passkey)}
          text={t('passkeys.removeMeans')}
          submit={t('remove')}
          onClose={close}
          act={async (password) => {
            await removePasskey({
              path: { id: asked.passkey.id },
              body: { password },
              throwOnError: true,
            });
            close();
            onChanged(t('passkeys.removed', { name: asked.passkey.name }));
          }}
        />
      )}
    </section>
  );
}
