export function ItemPage({ code }: { code: string }) {
  return <div className="wrap">{code}</div>;
}
