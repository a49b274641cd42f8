-- So many publications of 240 characters each, cut into pairs as org.sunlit.search does it, made of words that offices use:
-- some in nearly every text, some in one of a thousand. psql -v publications=100000 -f fill-publications.sql
insert into region (code, name, level) values ('990900000000', '测量市', 'city') on conflict do nothing;
insert into department (code, name, region_code, place) values ('bench', '测量局', '990900000000', 1) on conflict do nothing;

create temporary table word as
select row_number() over () as n, w.word from (
  select unnest(array['公开', '通知', '办法', '规定', '预算', '决算', '保障', '住房', '食品', '药品', '安全', '生产', '环境', '保护', '征收',
    '补偿', '价格', '收费', '检查', '处罚', '申请', '条件', '程序', '标准', '监督', '管理', '服务', '企业', '项目', '建设']) as word
  union all
  select chr(20000 + g * 7 % 900) || chr(21000 + g * 13 % 900) from generate_series(1, 970) g) w;

create temporary table made as
select d.n, gen_random_uuid() as id,
  (select string_agg(w.word, '' order by s.at)
    from generate_series(1, 120) s(at)
      join word w on w.n = 1 + floor(power(abs(hashint8(d.n * 1000 + s.at)) / 2147483648.0, 3) * 1000)::int) as body
from generate_series(1, :publications) d(n);

insert into publication (id, number, department_code, public_edition, categories, first_released_at, changed_at, search)
select t.id, 'GK-2025-' || lpad(t.n::text, 6, '0'), 'bench', 1, array['other'], moment, moment,
  (select string_agg('''' || substr(t.body, at, 2) || ''':' || at || 'C', ' ') from generate_series(1, length(t.body)) at)::tsvector
from made t cross join lateral (select timestamptz '2025-01-01 00:00+08' + t.n * interval '1 minute') m(moment);

insert into publication_edition (publication_id, edition, state, title, body, categories, drafted_by, reviewed_by, released_at)
select t.id, 1, 'released', '公开信息第' || t.n || '号', t.body, array['other'], 'one', 'another',
  timestamptz '2025-01-01 00:00+08' + t.n * interval '1 minute'
from made t;

analyze publication, publication_edition;
