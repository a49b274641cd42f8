export function ApplyPage() {
  return <div className="wrap" />;
}
