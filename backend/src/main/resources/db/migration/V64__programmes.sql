-- What screens play, by place and hour 播放单, and the notices 公告 among it. ADR 0117.
create table board_playlist (
  screen_code text primary key references screen (code),
  definition  jsonb not null,
  version     integer not null
);

create table board_notice (
  id          uuid primary key,
  title       text not null,
  title_en    text,
  body        text not null,
  body_en     text,
  screen_code text references screen (code), -- null: on all
  shown_from  timestamptz not null,
  shown_until timestamptz not null check (shown_until > shown_from),
  state       text not null default 'waiting' check (state in ('waiting', 'released', 'declined', 'takenDown')),
  written_by  text not null,
  written_name text not null,
  written_at  timestamptz not null,
  decided_by  text,
  decided_name text,
  decided_at  timestamptz,
  -- 复核: nobody releases what they wrote.
  check (state <> 'released' or (decided_by is not null and decided_by <> written_by))
);
create index board_notice_shown on board_notice (shown_until) where state = 'released';
create index board_notice_newest on board_notice (written_at desc);
