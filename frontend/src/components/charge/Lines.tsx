import { useTranslation } from 'react-i18next';
import { Bilingual, Money, Name } from '../Values';
import styles from './Charge.module.css';

/** A fee as it was assessed: what it follows from and what it comes to. */
export interface ChargeLine {
  caseNumber: string;
  feeCode: string;
  feeName: string;
  feeNameEn?: string | undefined;
  department: { name: string; nameEn?: string | undefined };
  basis: string;
  measures: readonly { name: string; nameEn?: string | undefined }[];
  quantities: readonly string[];
  fullFen: number;
  exemption?: { name: string; nameEn?: string | undefined; basis: string } | undefined;
  reducedFen: number;
  amountFen: number;
}

/** What a bill is made of, so that anybody can count it again. */
export function ChargeLines({ lines }: { lines: readonly ChargeLine[] }) {
  const { t, i18n } = useTranslation('charge');
  const english = i18n.language === 'en';
  return (
    <ul role="list" className={styles.lines}>
      {lines.map((line) => (
        <li key={line.caseNumber + line.feeCode}>
          <div>
            <p className={styles.fee}>
              <Bilingual chinese={line.feeName} english={line.feeNameEn} />
            </p>
            <p className="quiet small">
              <Name of={line.department} /> · <span lang="zh-CN">{line.basis}</span>
            </p>
            {line.quantities.length > 0 && (
              <p className="small">
                {line.quantities
                  .map((quantity, place) => {
                    const measure = line.measures[place];
                    const unit = english ? (measure?.nameEn ?? measure?.name) : measure?.name;
                    return `${quantity} ${unit ?? ''}`;
                  })
                  .join(' × ')}
                {line.exemption && (
                  <>
                    {' = '}
                    <Money fen={line.fullFen} />
                  </>
                )}
              </p>
            )}
            {line.exemption && (
              <p className="small">
                {t('bill.exemption', {
                  name: english
                    ? (line.exemption.nameEn ?? line.exemption.name)
                    : line.exemption.name,
                  basis: line.exemption.basis,
                })}{' '}
                −<Money fen={line.reducedFen} />
              </p>
            )}
          </div>
          <p className={styles.amount}>
            <Money fen={line.amountFen} />
          </p>
        </li>
      ))}
    </ul>
  );
}
