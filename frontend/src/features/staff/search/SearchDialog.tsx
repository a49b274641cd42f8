import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Bilingual } from '@/components';
import { useSettled } from '@/lib/debounce';
import { mayAny } from '../rights';
import { Icon, type IconName } from '../shell/Icon';
import { step } from '../shell/keys';
import { placesOf } from '../shell/places';
import { useAccount } from '../shell/SignedInAs';
import { handOver } from './person';
import { keepRecent, readRecent, type Recent } from './recent';
import styles from './SearchDialog.module.css';
import { useFound } from './useFound';

interface Option {
  id: string;
  group: 'places' | 'recent' | 'cases' | 'items' | 'more';
  icon: IconName;
  href: string;
  title: string;
  titleEn?: string | undefined;
  aside?: string | undefined;
  asideEn?: string | undefined;
}

const SHOWN = 5;
const CASE_NUMBER = /^\d{8}-\d{6,10}-\d$/;

function useOptions(typed: string, settled: string): { options: Option[]; searching: boolean } {
  const { t } = useTranslation('console');
  const account = useAccount();
  const [recent] = useState(() => readRecent(account.account));
  const found = useFound(settled, SHOWN);
  const places = placesOf(account)
    .map((place) => ({ place, label: t(place.label) }))
    .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
  const asOption =
    (group: Option['group'], icon: IconName) =>
    (each: Recent, index: number): Option => ({
      ...each,
      id: `${group}-${index}`,
      group,
      icon,
    });
  const direct = found.seesCases && CASE_NUMBER.test(typed);
  const known = found.cases?.items.find((each) => each.caseNumber === typed);
  const cases = (found.cases?.items ?? []).filter((each) => !direct || each !== known);
  const options: Option[] = [
    ...(typed === '' ? recent.map(asOption('recent', 'clock')) : []),
    // A whole number is gone to at once; whether there is such a case is said there.
    ...(direct
      ? [
          {
            id: 'cases-direct',
            group: 'cases' as const,
            icon: 'file' as const,
            href: `/staff/cases/${typed}`,
            title: typed,
            aside: known && [known.itemName, known.applicantMasked].filter(Boolean).join('  '),
            asideEn:
              known &&
              [known.itemNameEn ?? known.itemName, known.applicantMasked]
                .filter(Boolean)
                .join('  '),
          },
        ]
      : []),
    ...cases.map((each, index) => ({
      id: `cases-${index}`,
      group: 'cases' as const,
      icon: 'file' as const,
      href: `/staff/cases/${each.caseNumber}`,
      title: each.itemName,
      titleEn: each.itemNameEn,
      aside: [each.caseNumber, each.applicantMasked, each.stepName].filter(Boolean).join('  '),
      asideEn: [each.caseNumber, each.applicantMasked, each.stepNameEn ?? each.stepName]
        .filter(Boolean)
        .join('  '),
    })),
    ...(found.items?.items ?? []).map((each, index) => ({
      id: `items-${index}`,
      group: 'items' as const,
      icon: 'book' as const,
      href: `/services/${each.code}`,
      title: each.name,
      titleEn: each.nameEn,
      aside: `${each.code}  ${each.department.name}`,
      asideEn: `${each.code}  ${each.department.nameEn ?? each.department.name}`,
    })),
    ...places.map(({ place, label }, index) => ({
      id: `places-${index}`,
      group: 'places' as const,
      icon: place.icon,
      href: place.path,
      title: label,
      titleEn: label,
    })),
  ];
  if (typed !== '') {
    const q = encodeURIComponent(typed);
    options.push({
      id: 'more-all',
      group: 'more',
      icon: 'search',
      href: `/staff/search?q=${q}`,
      title: t('search.all', { q: typed }),
      titleEn: t('search.all', { q: typed }),
    });
    if (mayAny(account, ['people.search'])) {
      options.push({
        id: 'more-people',
        group: 'more',
        icon: 'people',
        href: '/staff/people-search',
        title: t('search.inPeople', { q: typed }),
        titleEn: t('search.inPeople', { q: typed }),
      });
    }
  }
  return { options, searching: found.searching };
}

/** One search over everything, from everywhere: type, walk with the arrows, Enter opens. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('console');
  const account = useAccount();
  const [, navigate] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const settled = useSettled(typed.trim(), 180);
  const { options, searching } = useOptions(typed.trim(), settled);
  const at = options.findIndex((option) => option.id === chosen);
  const current = options[at] ?? options[0];

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function open(option: Option) {
    if (option.group === 'cases' || option.group === 'items' || option.group === 'recent') {
      keepRecent(account.account, {
        href: option.href,
        title: option.title,
        titleEn: option.titleEn,
        aside: option.aside ?? '',
      });
    }
    if (option.id === 'more-people') handOver(typed.trim());
    onClose();
    navigate(option.href);
  }

  function walk(by: 1 | -1) {
    const next = options[step(options.length, current ? options.indexOf(current) : -1, by)];
    setChosen(next?.id);
    if (next) document.getElementById(`${id}-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  }

  const groups = (['recent', 'cases', 'items', 'places', 'more'] as const)
    .map((group) => ({ group, members: options.filter((option) => option.group === group) }))
    .filter(({ members }) => members.length > 0);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('search.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.box}>
        <div className={styles.line}>
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label={t('search.title')}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={current ? `${id}-${current.id}` : undefined}
            placeholder={t('search.placeholder')}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(undefined);
            }}
            onKeyDown={(event) => {
              // While a Chinese word is being put together, the keys are the input method's.
              if (event.nativeEvent.isComposing || event.keyCode === 229) return;
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                walk(event.key === 'ArrowDown' ? 1 : -1);
              } else if (event.key === 'Enter' && current) {
                event.preventDefault();
                open(current);
              }
            }}
          />
          <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}>
            <Icon name="close" />
          </button>
        </div>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('search.results')}
          className={styles.list}
        >
          {groups.map(({ group, members }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <p id={`${id}-${group}`} className={styles.heading} role="presentation">
                {t(`search.group.${group}`)}
              </p>
              {members.map((option) => (
                // The keys are those of the field above; this is for the pointer.
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={option.id}
                  id={`${id}-${option.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option === current}
                  className={styles.option}
                  onClick={() => open(option)}
                >
                  <Icon name={option.icon} />
                  <span className={styles.title}>
                    <Bilingual chinese={option.title} english={option.titleEn} />
                  </span>
                  {option.aside && (
                    <span className={styles.aside}>
                      <Bilingual chinese={option.aside} english={option.asideEn ?? option.aside} />
                    </span>
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p className={styles.foot} role="status">
          {searching
            ? t('search.searching')
            : typed.trim() === ''
              ? t('search.hint')
              : t('search.found', {
                  count: options.filter(({ group }) => group === 'cases' || group === 'items')
                    .length,
                })}
        </p>
      </div>
    </dialog>
  );
}
