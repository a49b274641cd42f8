/** 1536 → 1.5 KB. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 102.4) / 10} KB`;
  return `${Math.ceil(bytes / 104857.6) / 10} MB`;
}
