import type { Language } from '@/lib/language';
import styles from './Panel.module.css';

function Words({
  chinese,
  english,
  language,
}: {
  chinese: string;
  english: string | undefined;
  language: Language;
}) {
  return language === 'en' && english ? (
    english
  ) : (
    <span lang={language === 'en' ? 'zh-CN' : undefined}>{chinese}</span>
  );
}

/** As the programme has it. */
interface PanelView {
  kind: string;
  title: string;
  titleEn?: string | undefined;
  text?: string | undefined;
  textEn?: string | undefined;
  lines: {
    label: string;
    labelEn?: string | undefined;
    value: string;
    valueEn?: string | undefined;
  }[];
}

/** A page of the programme: a notice, a bulletin, numbers. */
export function Panel({ panel, language }: { panel: PanelView; language: Language }) {
  return (
    <section className={styles.panel} data-kind={panel.kind}>
      <h2>
        <Words chinese={panel.title} english={panel.titleEn} language={language} />
      </h2>
      {panel.text && (
        <p>
          <Words chinese={panel.text} english={panel.textEn} language={language} />
        </p>
      )}
      {panel.lines.length > 0 && (
        <dl>
          {panel.lines.map((line) => (
            <div key={line.label}>
              <dt>
                <Words chinese={line.label} english={line.labelEn} language={language} />
              </dt>
              <dd>
                <Words
                  chinese={line.value}
                  english={line.valueEn ?? line.value}
                  language={language}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
