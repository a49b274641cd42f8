import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, LanguageSwitch, ModeSwitch } from '@/components';
import { useLanguage } from '@/i18n';
import { signOut } from '@/api/signin/session';
import { Icon } from './Icon';
import { useAccount } from './SignedInAs';
import styles from './Who.module.css';

/** Who is signed in, in which post, and the way out. */
export function Who({ onKeys }: { onKeys?: () => void }) {
  const { t } = useTranslation('console');
  const account = useAccount();
  const english = useLanguage() === 'en';
  const leave = useMutation({ mutationFn: signOut });
  return (
    <section className={styles.who} aria-label={t('shell.who')}>
      <p className={styles.name}>
        <b>{english ? (account.nameEn ?? account.name) : account.name}</b>
        {account.title && <span lang="zh-CN">{account.title}</span>}
        {account.actingFor?.map((absent) => (
          <span key={absent.account} className={styles.acting}>
            {t('shell.actingFor', { name: english ? (absent.nameEn ?? absent.name) : absent.name })}
          </span>
        ))}
      </p>
      <div className={styles.tools}>
        <ModeSwitch />
        <LanguageSwitch />
        {onKeys && (
          <button
            type="button"
            className={styles.keys}
            onClick={onKeys}
            aria-label={t('keys.title')}
          >
            <Icon name="keyboard" />
          </button>
        )}
      </div>
      <Button
        look="quiet"
        className={styles.leave ?? ''}
        busy={leave.isPending}
        onClick={() => leave.mutate()}
      >
        {t('shell.leave')}
      </Button>
    </section>
  );
}
