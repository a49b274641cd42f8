import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { searchPowerItemsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Name } from '@/components';
import { useSettled } from '@/lib/debounce';
import styles from './SearchBox.module.css';

export const itemPath = (code: string) => `/services/${encodeURIComponent(code)}`;

/**
 * One box to find anything, with suggestions as one types (a combobox of the ARIA practices: the
 * focus stays in the box, the arrow keys walk the list, Escape closes it).
 */
export function SearchBox({
  initial = '',
  hint,
  onSearch,
}: {
  initial?: string;
  hint?: string;
  onSearch: (q: string) => void;
}) {
  const { t } = useTranslation('powerlist');
  const [, navigate] = useLocation();
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const q = useSettled(text.trim());
  const { data } = useQuery({
    ...searchPowerItemsOptions({ query: { q, limit: 6 } }),
    enabled: open && q.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = open && q ? (data?.items ?? []) : [];
  const expanded = items.length > 0;

  function search() {
    setOpen(false);
    onSearch(text.trim());
  }

  function choose(index: number) {
    const item = items[index];
    if (!item) return search();
    setOpen(false);
    navigate(itemPath(item.code));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // While a Chinese input method is composing, keys belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (items.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are items: the box itself, with nothing chosen.
      setActive(((active + 1 + step + items.length + 1) % (items.length + 1)) - 1);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (expanded && active >= 0) choose(active);
      else search();
    }
  }

  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <div className={styles.row}>
        <input
          className={styles.input}
          type="search"
          role="combobox"
          aria-label={t('search.label')}
          aria-describedby={hint ? `${id}-hint` : undefined}
          aria-expanded={expanded}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className={styles.button}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.3 15.3 21 21" />
          </svg>
          <span>{t('search.button')}</span>
        </button>
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.popup} hidden={!expanded}>
        <ul role="listbox" id={`${id}-list`} aria-label={t('search.suggestions')}>
          {items.map((item, index) => (
            // The keyboard reaches options through the box (aria-activedescendant).
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={item.code}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              <span className={styles.name}>
                <Name of={item} />
              </span>
              <span className={styles.department}>
                <Bilingual chinese={item.department.name} english={item.department.nameEn} />
              </span>
            </li>
          ))}
        </ul>
        {data && data.total > items.length && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.all}
            onPointerDown={(event) => event.preventDefault()}
            onClick={search}
          >
            {t('search.all', { total: data.total })}
          </button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {open && q && data
          ? expanded
            ? t('search.count', { count: items.length })
            : t('search.none')
          : ''}
      </p>
    </form>
  );
}
