import { useQuery } from '@tanstack/react-query';
import { type CaseMaterial, downloadMaterial } from '@/api/generated';
import { save } from '@/lib/save';

const IMAGES = new Set(['image/png', 'image/jpeg']);
const PDF = 'application/pdf';
/** A document of the city's own, as it was issued. */
const ISSUED = 'application/vnd.sunlit.official-document+json';

/** What the browser can show by itself; the server has looked at the bytes when they came in. */
export function kindOf(contentType: string): 'image' | 'pdf' | 'issued' | undefined {
  if (IMAGES.has(contentType)) return 'image';
  if (contentType === ISSUED) return 'issued';
  return contentType === PDF ? 'pdf' : undefined;
}

/** The bytes through the script, since the address alone doesn't open them. */
export async function fetchMaterial(caseNumber: string, material: CaseMaterial): Promise<Blob> {
  const { data } = await downloadMaterial({
    path: { caseNumber, materialId: material.id },
    parseAs: 'blob',
    throwOnError: true,
  });
  // Only ever one of the types above, whatever the file says of itself.
  return new Blob([data as Blob], {
    type: kindOf(material.contentType) ? material.contentType : 'application/octet-stream',
  });
}

export function useMaterialFile(caseNumber: string, material: CaseMaterial | undefined) {
  return useQuery({
    queryKey: ['staffMaterial', caseNumber, material?.id],
    queryFn: () => (material ? fetchMaterial(caseNumber, material) : undefined),
    enabled: material !== undefined,
    staleTime: Infinity,
    // Not longer in memory than it is looked at.
    gcTime: 60_000,
  });
}

/** Saves it on this machine. */
export async function saveMaterial(caseNumber: string, material: CaseMaterial): Promise<void> {
  save(await fetchMaterial(caseNumber, material), material.fileName);
}
