import { useTranslation } from 'react-i18next';
import type { TrackedMaterial } from '@/api/generated';
import { Bilingual, type Column, DateTime, Table, Tag } from '@/components';

/** What the item asks for and what has come in. */
export function ReceivedMaterials({ materials }: { materials: readonly TrackedMaterial[] }) {
  const { t } = useTranslation('casework');
  if (materials.length === 0) return <p className="quiet">{t('materials.none')}</p>;
  const columns: Column<TrackedMaterial>[] = [
    {
      key: 'name',
      header: t('materials.name'),
      rowHeader: true,
      cell: (material) => <Bilingual chinese={material.name} english={material.nameEn} />,
    },
    {
      key: 'received',
      header: t('materials.state'),
      cell: (material) =>
        material.received ? (
          <Tag tone="good">{t('materials.received')}</Tag>
        ) : (
          <Tag>{t('materials.notReceived')}</Tag>
        ),
    },
    {
      key: 'at',
      header: t('materials.at'),
      cell: (material) =>
        material.receivedAt ? <DateTime value={material.receivedAt} as="date" /> : '—',
    },
    {
      key: 'file',
      header: t('materials.file'),
      cell: (material) => (
        <>
          {material.fileName ?? '—'}
          {material.takenOver && (
            <span className="quiet small">
              {' '}
              {material.takenOver.document
                ? t('materials.takenOver', { number: material.takenOver.document.number })
                : t('materials.takenOverFile')}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('materials.title')}
      columns={columns}
      rows={materials}
      rowKey={(material) => material.code}
    />
  );
}
