import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CaseFilter, forgetCaseFilter, keepCaseFilter } from '@/api/generated';
import {
  listCaseFiltersOptions,
  listCaseFiltersQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { Button, Dialog, DialogWays, Problem, TextField } from '@/components';
import { toProblem } from '@/lib/problem';
import { Icon } from '../shell/Icon';
import styles from './Filters.module.css';
import { addressOf, isFiltered, type Look, lookOfFilter } from './query';

const EVERY = 60_000;

function KeepDialog({ look, onClose }: { look: Look; onClose: () => void }) {
  const { t } = useTranslation('console');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const keep = useMutation({
    mutationFn: () =>
      keepCaseFilter({
        body: {
          name: name.trim(),
          scope: look.scope,
          ...(look.due && { due: look.due }),
          ...(look.state && { state: look.state }),
          ...(look.q && { q: look.q }),
        },
        throwOnError: true,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listCaseFiltersQueryKey() });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('filters.keep')}
      text={t('filters.keepText')}
      width="narrow"
      locked={keep.isPending}
      onClose={onClose}
      onSubmit={() => {
        setMissing(name.trim() === '');
        if (name.trim() !== '') keep.mutate();
      }}
    >
      {keep.error && <Problem problem={toProblem(keep.error)} />}
      <TextField
        id="filter-name"
        label={t('filters.name')}
        maxLength={40}
        error={missing ? t('filters.noName') : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <DialogWays>
        <Button type="submit" busy={keep.isPending}>
          {t('filters.keep')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

/** Kept ways of looking at the list, with what they find now; and keeping this one. */
export function Filters({ look, usual }: { look: Look; usual: Look['scope'] }) {
  const { t } = useTranslation('console');
  const queries = useQueryClient();
  const [keeping, setKeeping] = useState(false);
  const { data: filters = [] } = useQuery({ ...listCaseFiltersOptions(), refetchInterval: EVERY });
  const forget = useMutation({
    mutationFn: (filter: CaseFilter) =>
      forgetCaseFilter({ path: { id: filter.id }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: listCaseFiltersQueryKey() }),
  });
  const here = addressOf(look, usual);
  const current = filters.find((filter) => addressOf(lookOfFilter(filter), usual) === here);
  if (filters.length === 0 && !isFiltered(look, usual)) return null;
  return (
    <div className={styles.filters}>
      {filters.length > 0 && (
        <nav aria-label={t('filters.label')}>
          <ul role="list" className={styles.chips}>
            {filters.map((filter) => (
              <li key={filter.id}>
                <Link
                  href={addressOf(lookOfFilter(filter), usual)}
                  replace
                  className={styles.chip}
                  aria-current={
                    addressOf(lookOfFilter(filter), usual) === here ? 'true' : undefined
                  }
                >
                  <span lang="zh-CN">{filter.name}</span> <b>{filter.found}</b>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {current ? (
        <button type="button" className={styles.tool} onClick={() => forget.mutate(current)}>
          <Icon name="close" size={18} />
          {t('filters.forget', { name: current.name })}
        </button>
      ) : (
        isFiltered(look, usual) && (
          <button type="button" className={styles.tool} onClick={() => setKeeping(true)}>
            <Icon name="star" size={18} />
            {t('filters.keep')}
          </button>
        )
      )}
      {keeping && <KeepDialog look={look} onClose={() => setKeeping(false)} />}
    </div>
  );
}
