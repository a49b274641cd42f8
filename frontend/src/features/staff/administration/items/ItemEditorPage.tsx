import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ItemContent, ItemEdition } from '@/api/generated';
import { getItemEditionOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ErrorSummary, Loading, Name, Problem, Tag, TextField, useNameText } from '@/components';
import { today, tomorrow } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { EditorBar } from '../EditorBar';
import styles from '../Editor.module.css';
import { FormContext } from '../form/FormScope';
import { ItemPreviewView } from '../preview/ItemPreviewView';
import { Published } from '../Published';
import { useEditor } from '../useEditor';
import { useWords } from '../useWords';
import { useAccount } from '@/features/staff/shell/SignedInAs';
import { ItemFields } from './ItemFields';

interface ItemForm {
  effectiveFrom: string;
  content: Partial<ItemContent>;
}

function Editor({
  code,
  edition,
  onCode,
}: {
  code: string;
  edition?: ItemEdition;
  /** A new item's code is written here. */
  onCode?: (code: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const account = useAccount();
  const nameOf = useNameText();
  const version = edition?.version ?? 0;
  const fresh: ItemForm = {
    effectiveFrom: tomorrow(),
    content: edition?.content ?? {
      name: '',
      category: 'licence',
      departmentCode: account.departmentCode ?? '',
      regionCode: account.regionCode ?? '',
      status: 'inForce',
      handling: 'promised',
    },
  };
  const kept = edition?.itemDraft;
  const editor = useEditor<ItemForm>({
    code,
    part: 'item',
    version,
    fresh,
    kept: kept?.form as ItemForm | undefined,
  });
  const { form, previewed, published, failed } = editor;
  usePageTitle(edition ? nameOf(edition.content) : t('item.newTitle'), t('common:site.name'));

  return (
    <div className={`wrap ${styles.page}`}>
      <header className={styles.head}>
        <p className={styles.crumbs}>
          <Link href="/staff/administration/items">{t('items.title')}</Link>
          {edition && (
            <>
              <span className="figures">{edition.code}</span>
              <Tag tone="blue">{t('item.version', { version })}</Tag>
              <Link href={`/staff/administration/flows/${encodeURIComponent(code)}`}>
                {t('items.flow')}
              </Link>
            </>
          )}
        </p>
        <h1>{edition ? <Name of={edition.content} /> : t('item.newTitle')}</h1>
      </header>
      {published ? (
        <Published version={published} part="item" />
      ) : previewed ? (
        <ItemPreviewView
          preview={previewed}
          sending={editor.publishing}
          error={editor.publishError}
          onPublish={editor.publish}
          onBack={editor.back}
        />
      ) : (
        <FormContext.Provider value={editor.scope}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              editor.look();
            }}
          >
            {failed && editor.summary.length === 0 && <Problem problem={failed} />}
            <ErrorSummary errors={editor.summary} attempt={editor.attempt} />
            {kept && (
              <p className={styles.kept}>
                {kept.baseVersion < version
                  ? t('form.oldDraft', { base: kept.baseVersion, version })
                  : t('form.draftHere')}
              </p>
            )}
            {onCode && (
              <TextField
                id="code"
                label={t('field.code')}
                hint={t('item.codeHint')}
                width="medium"
                value={code}
                error={editor.scope.errors.find(({ pointer }) => pointer === 'code')?.text}
                onChange={(event) => onCode(event.target.value)}
              />
            )}
            <ItemFields />
            <EditorBar
              editor={editor}
              min={today()}
              blocked={
                code.trim() === ''
                  ? t('item.codeNeeded')
                  : form.effectiveFrom
                    ? undefined
                    : t('form.dateNeeded')
              }
            />
          </form>
        </FormContext.Provider>
      )}
      {editor.leaving}
    </div>
  );
}

/** An item's fields, for a version that begins on a later day. */
export function ItemEditorPage() {
  const code = decodeURIComponent(useParams<{ code: string }>().code);
  const { t } = useWords();
  const edition = useQuery({
    ...getItemEditionOptions({ path: { code } }),
    // What is being written isn't replaced under one's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  usePageTitle(edition.data?.content.name ?? t('items.title'), t('common:site.name'));
  if (edition.error) {
    return (
      <div className="wrap">
        <h1 className="visually-hidden">{t('items.title')}</h1>
        <Problem problem={toProblem(edition.error)} onRetry={() => void edition.refetch()} />
      </div>
    );
  }
  if (!edition.data) {
    return (
      <div className="wrap">
        <h1 className="visually-hidden">{t('items.title')}</h1>
        <Loading lines={10} />
      </div>
    );
  }
  return <Editor key={code} code={code} edition={edition.data} />;
}

/** An item that isn't in the list yet. */
export function NewItemPage() {
  const [code, setCode] = useState('');
  return <Editor code={code} onCode={setCode} />;
}
