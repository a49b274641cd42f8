import { useLanguage } from '@/i18n';
import styles from './Promise.module.css';
import type { PromiseTextView } from './types';

/** What somebody signs, or has signed. The Chinese is what holds; the English helps to read it. */
export function PromiseText({
  text,
  heading = true,
}: {
  text: PromiseTextView;
  heading?: boolean;
}) {
  const english = useLanguage() === 'en';
  const parts: { listed: boolean; lines: PromiseTextView['lines'] }[] = [];
  for (const line of text.lines) {
    const last = parts.at(-1);
    if (last && last.listed === (line.listed ?? false) && last.listed) last.lines.push(line);
    else parts.push({ listed: line.listed ?? false, lines: [line] });
  }
  const words = (line: PromiseTextView['lines'][number]) => (
    <>
      {english && <span lang="en">{line.textEn}</span>}
      {english && line.textEn !== line.text && <br />}
      {(!english || line.textEn !== line.text) && (
        <span lang="zh-CN" className={english ? 'quiet small' : undefined}>
          {line.text}
        </span>
      )}
    </>
  );
  return (
    <div className={styles.text}>
      {heading && <h3>{english ? text.titleEn : text.title}</h3>}
      {parts.map((part, place) =>
        part.listed ? (
          <ul key={place}>
            {part.lines.map((line) => (
              <li key={line.text}>{words(line)}</li>
            ))}
          </ul>
        ) : (
          <p key={place}>{part.lines[0] && words(part.lines[0])}</p>
        ),
      )}
    </div>
  );
}
