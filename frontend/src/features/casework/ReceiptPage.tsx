export function ReceiptPage() {
  return <div className="wrap" />;
}
