import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '@/components';
import styles from './Message.module.css';

function BrokenPage() {
  const { t } = useTranslation();
  return (
    <div className={`wrap ${styles.message}`} role="alert">
      <h1>{t('broken.title')}</h1>
      <p className="lead">{t('broken.text')}</p>
      <Button size="large" onClick={() => window.location.reload()}>
        {t('broken.reload')}
      </Button>
    </div>
  );
}

class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

/** A page that breaks leaves the rest of the site standing; going elsewhere heals it. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return <Boundary key={location}>{children}</Boundary>;
}
