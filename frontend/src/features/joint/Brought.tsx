import type {
  JointMaterial,
  JointReuseMaterial,
  JointTheme,
  JointThemeItem,
} from '@/api/generated';
import type { GivenFile } from './FilesField';
import { Materials } from './Parts';
import { PromisesField } from './PromisesField';
import type { Promises } from './usePromises';

/** What comes with the one form: its materials, and what is promised instead. */
export function Brought({
  theme,
  items,
  materials,
  files,
  promises,
  taken,
  errorOf,
  onChange,
}: {
  theme: JointTheme;
  /** The items that are applied for. */
  items: readonly JointThemeItem[];
  materials: readonly JointMaterial[];
  files: readonly GivenFile[];
  promises: Promises;
  /** What is taken over instead of being handed in. */
  taken?: readonly JointReuseMaterial[];
  errorOf: (field: string) => string | undefined;
  onChange: (change: (before: readonly GivenFile[]) => readonly GivenFile[]) => void;
}) {
  return (
    <>
      <Materials
        theme={theme}
        materials={materials}
        files={files}
        promises={promises}
        {...(taken && { taken })}
        errorOf={errorOf}
        onChange={onChange}
      />
      <PromisesField
        theme={theme}
        items={items}
        promises={promises}
        error={errorOf('promise.signedName')}
      />
    </>
  );
}
