/** Everything under /staff: login, my tasks, the case page. Loaded only when somebody goes there. */
export default function StaffArea() {
  return <div className="wrap" />;
}
