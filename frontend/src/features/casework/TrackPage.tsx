export function TrackPage() {
  return <div className="wrap" />;
}
