import { useTranslation } from 'react-i18next';
import styles from './Complaint.module.css';

export interface AnswerView {
  id: string;
  title: string;
  question: string;
  answer: string;
}

/** Answers to something like it: for the writer before sending, and for whoever answers. */
export function SimilarAnswers({ answers }: { answers: readonly AnswerView[] }) {
  const { t } = useTranslation('complaint');
  return (
    <div role="status">
      {answers.length > 0 && (
        <section className={styles.similar}>
          <h2>{t('similar.title')}</h2>
          {answers.map((each) => (
            <details key={each.id} lang="zh-CN">
              <summary>{each.title}</summary>
              <p>{each.question}</p>
              <p>
                <b>{t('answer')}</b>
                {each.answer}
              </p>
            </details>
          ))}
        </section>
      )}
    </div>
  );
}
