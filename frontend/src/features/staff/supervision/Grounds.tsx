import type { SupervisionGround } from '@/api/generated';
import { useLanguage } from '@/i18n';

/** The articles a rule rests on. */
export function Grounds({ grounds }: { grounds: readonly SupervisionGround[] }) {
  const english = useLanguage() === 'en';
  return (
    <ul>
      {grounds.map((ground) => (
        <li key={ground.law + ground.article}>
          {english ? `${ground.lawEn}, ${ground.articleEn}` : `《${ground.law}》${ground.article}`}
        </li>
      ))}
    </ul>
  );
}
