import { QrCode } from '@/components/QrCode';
import { type Group, groups } from './groups';
import styles from './OfficialDocument.module.css';
import { Seal } from './Seal';
import type { BlockView, DocumentView } from './types';

/** The same in English, to help who reads it. */
function Aid({ shown, text }: { shown: boolean; text: string | undefined }) {
  if (!shown || !text) return null;
  return (
    <span lang="en" className={styles.aid}>
      {text}
    </span>
  );
}

function Blocks({ group, aid }: { group: Group; aid: boolean }) {
  const each = (render: (block: BlockView) => React.ReactNode) => group.blocks.map(render);
  switch (group.kind) {
    case 'paragraph':
    case 'remedy':
      return each((block) => (
        <p key={block.text} className={styles.paragraph}>
          {block.text}
          <Aid shown={aid} text={block.textEn} />
        </p>
      ));
    case 'item':
      return (
        <ol className={styles.items}>
          {each((block) => (
            <li key={block.text}>
              {block.text}
              <Aid shown={aid && block.textEn !== block.text} text={block.textEn} />
            </li>
          ))}
        </ol>
      );
    case 'document':
      return (
        <dl className={styles.facts}>
          {each((block) => (
            <div key={block.text}>
              <dt>
                {block.label ?? '送达文书'}
                <Aid shown={aid} text={block.labelEn ?? 'Documents delivered'} />
              </dt>
              <dd>
                {block.text}
                <Aid shown={aid} text={block.textEn} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'fact':
      return (
        <dl className={styles.facts}>
          {each((block) => (
            <div key={block.label}>
              <dt>
                {block.label}
                <Aid shown={aid} text={block.labelEn} />
              </dt>
              <dd>
                {block.text}
                <Aid shown={aid && block.textEn !== block.text} text={block.textEn} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'ground':
      return (
        <div className={styles.grounds}>
          {each((block) => (
            <p key={block.label}>
              <strong>依据{block.label}：</strong>“{block.text}”
              <Aid shown={aid} text={`${block.labelEn}: “${block.textEn}”`} />
            </p>
          ))}
        </div>
      );
  }
}

/**
 * An official document, laid out in the spirit of GB/T 9704—2012: the unit in red over a red line, number, title,
 * addressee, text, and on the right below it the unit and the day under its seal. It is the same whatever language the
 * page is in, so its own words are here.
 *
 * @param verifyAt the address at which number and check code say whether it is genuine
 */
export function OfficialDocument({
  document,
  aid,
  verifyAt,
  within = false,
}: {
  document: DocumentView;
  /** Whether the English is shown beside the Chinese. */
  aid: boolean;
  verifyAt: string;
  /** Whether it is part of a page with a heading of its own. */
  within?: boolean;
}) {
  const Title = within ? 'h2' : 'h1';
  const fragment = new URLSearchParams({ number: document.number, code: document.checkCode });
  return (
    <article lang="zh-CN" className={styles.sheet} aria-labelledby={`document-${document.id}`}>
      <p className={styles.unit}>
        {document.unit}
        <Aid shown={aid} text={document.unitEn} />
      </p>
      <p className={styles.number}>{document.number}</p>
      <Title id={`document-${document.id}`} className={styles.title}>
        {document.title}
        <Aid shown={aid} text={document.titleEn} />
      </Title>
      {document.addressee && <p className={styles.addressee}>{document.addressee}：</p>}
      {document.blocks.length === 0 ? (
        <p className={styles.paragraph}>
          内容已随个人信息删除。
          <Aid shown={aid} text="What it said was deleted with the personal data." />
        </p>
      ) : (
        groups(document.blocks).map((group, place) => (
          <Blocks key={place} group={group} aid={aid} />
        ))
      )}
      <div className={styles.signature}>
        <div className={styles.seal}>
          <Seal
            unit={document.unit}
            use={document.seal}
            label={`电子印章：${document.unit}${document.seal}`}
          />
        </div>
        <p>{document.unit}</p>
        <p>{document.issuedOn}</p>
      </div>
      <footer className={styles.check}>
        <div className={styles.code}>
          <QrCode text={`${verifyAt}#${fragment}`} label="核验二维码" />
        </div>
        <div>
          <p>
            校验码 <strong className={styles.figures}>{document.checkCode}</strong>
            <Aid shown={aid} text="Check code" />
          </p>
          <p>
            凭文号和校验码可在 {verifyAt} 核验真伪。
            <Aid
              shown={aid}
              text="With its number and check code, whether it is genuine can be checked there."
            />
          </p>
        </div>
      </footer>
    </article>
  );
}
