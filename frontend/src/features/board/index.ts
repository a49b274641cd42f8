/** The full-screen board: an entry of its own, without router, query or i18n library. */
export function startBoard(): void {
  const root = document.getElementById('root');
  if (root) root.textContent = '阳光办 Sunlit';
}
