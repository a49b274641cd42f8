export function ServiceListPage() {
  return <div className="wrap" />;
}
