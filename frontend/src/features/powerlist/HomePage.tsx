export function HomePage() {
  return <div className="wrap" />;
}
